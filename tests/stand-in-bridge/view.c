#include <stdlib.h>

#include "stand-in.h"

struct stand_in_view {
    struct view view;
    LONG references;
    int32_t is_open;
};

#define SELF struct stand_in_view *self = OWNER(stand_in_view, view, face)

static int32_t query(struct view *face, const GUID *id, void **result) { return (void)face, (void)id, *result = NULL, kNoInterface; }
static uint32_t add_ref(struct view *face) { return (uint32_t)InterlockedIncrement(&OWNER(stand_in_view, view, face)->references); }

static uint32_t release(struct view *face)
{
    SELF;
    LONG left = InterlockedDecrement(&self->references);
    if (left == 0) {
        if (self->is_open)
            would_end_host("a view goes while its window is there");
        counts.views--;
        free(self);
    }
    return (uint32_t)left;
}

static int32_t platform(struct view *face, const char *type)
{
    (void)face;
    if (!type)
        would_end_host("a platform without a name");
    return kResultOk;
}

static int32_t attached(struct view *face, void *parent, const char *type)
{
    SELF;
    (void)type;
    if (!parent || self->is_open)
        would_end_host("a view opens in nothing, or twice");
    self->is_open = 1;
    return kResultOk;
}

static int32_t removed(struct view *face)
{
    SELF;
    if (!self->is_open)
        would_end_host("a view closes that is not open");
    self->is_open = 0;
    return kResultOk;
}

static int32_t wheel(struct view *face, float distance) { return (void)face, (void)distance, kResultFalse; }
static int32_t key(struct view *face, uint16_t key, int16_t code, int16_t modifiers) { return (void)face, (void)key, (void)code, (void)modifiers, kResultFalse; }
static int32_t size(struct view *face, struct view_rect *rect) { return (void)face, *rect = (struct view_rect){ 0, 0, 960, 560 }, kResultOk; }

static int32_t on_size(struct view *face, struct view_rect *rect)
{
    (void)face;
    if (!rect)
        would_end_host("a size that is nowhere");
    return kResultOk;
}

static int32_t focus(struct view *face, uint8_t state) { return (void)face, (void)state, kResultOk; }
static int32_t frame(struct view *face, void *frame) { return (void)face, (void)frame, kResultOk; }
static int32_t can_resize(struct view *face) { return (void)face, kResultOk; }
static int32_t check_size(struct view *face, struct view_rect *rect) { return (void)face, (void)rect, kResultFalse; }

static const struct view_table calls = { query, add_ref, release, platform, attached, removed, wheel, key, key, size, on_size, focus, frame, can_resize, check_size };

struct view *view_new(void)
{
    struct stand_in_view *self = calloc(1, sizeof *self);
    *self = (struct stand_in_view){ { &calls }, 1, 0 };
    counts.views++;
    return &self->view;
}
