/* An editor of the bridge's. The bridge reads a null size and a null platform, and opens a view twice. */

#include <stdlib.h>
#include <string.h>

#include "parts.h"

struct own_view {
    struct view view;
    volatile LONG references;
    struct view *bridge;
    bool is_open;
};

static int32_t own_view_query(struct own_view *self, const GUID *id, void **result)
{
    if (!result)
        return kInvalidArgument;
    bool is_known = id && (IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_PlugView));
    *result = is_known ? &self->view : NULL;
    if (is_known)
        InterlockedIncrement(&self->references);
    return is_known ? kResultOk : kNoInterface;
}

static int32_t close_view(struct own_view *self)
{
    if (!self->is_open)
        return kResultFalse;
    self->is_open = false;
    return self->bridge->calls->removed(self->bridge);
}

static uint32_t own_view_release(struct own_view *self)
{
    LONG left = InterlockedDecrement(&self->references);
    if (left == 0) {
        close_view(self);
        self->bridge->calls->release(self->bridge);
        free(self);
    }
    return (uint32_t)left;
}

FACE(own_view, view, struct view)

#define SELF struct own_view *self = OWNER(own_view, view, face)

static int32_t view_platform(struct view *face, const char *type)
{
    (void)face;
    return type && strcmp(type, "HWND") == 0 ? kResultOk : kResultFalse;
}

static int32_t view_attached(struct view *face, void *parent, const char *type)
{
    SELF;
    if (!parent || view_platform(face, type) != kResultOk)
        return kInvalidArgument;
    if (self->is_open)
        return kResultFalse;
    int32_t outcome = self->bridge->calls->attached(self->bridge, parent, type);
    self->is_open = outcome == kResultOk;
    return outcome;
}

static int32_t view_removed(struct view *face) { return close_view(OWNER(own_view, view, face)); }

static int32_t view_wheel(struct view *face, float distance)
{
    SELF;
    return self->bridge->calls->onWheel(self->bridge, distance);
}

static int32_t view_key_down(struct view *face, uint16_t key, int16_t code, int16_t modifiers)
{
    SELF;
    return self->bridge->calls->onKeyDown(self->bridge, key, code, modifiers);
}

static int32_t view_key_up(struct view *face, uint16_t key, int16_t code, int16_t modifiers)
{
    SELF;
    return self->bridge->calls->onKeyUp(self->bridge, key, code, modifiers);
}

static int32_t view_size(struct view *face, struct view_rect *size)
{
    SELF;
    return size ? self->bridge->calls->getSize(self->bridge, size) : kInvalidArgument;
}

static int32_t view_on_size(struct view *face, struct view_rect *size)
{
    SELF;
    if (!size || size->right <= size->left || size->bottom <= size->top)
        return kInvalidArgument;
    return self->bridge->calls->onSize(self->bridge, size);
}

static int32_t view_focus(struct view *face, uint8_t state)
{
    SELF;
    return self->bridge->calls->onFocus(self->bridge, state);
}

static int32_t view_frame(struct view *face, void *frame)
{
    SELF;
    return self->bridge->calls->setFrame(self->bridge, frame);
}

static int32_t view_can_resize(struct view *face)
{
    SELF;
    return self->bridge->calls->canResize(self->bridge);
}

/* The bridge says no to every size and takes them all. */
static int32_t view_check_size(struct view *face, struct view_rect *size)
{
    (void)face;
    return size && size->right > size->left && size->bottom > size->top ? kResultOk : kInvalidArgument;
}

static const struct view_table view_calls = {
    FACE_CALLS(view), view_platform, view_attached, view_removed, view_wheel, view_key_down, view_key_up,
    view_size, view_on_size, view_focus, view_frame, view_can_resize, view_check_size,
};

struct view *front_view(struct view *bridge)
{
    struct own_view *self = calloc(1, sizeof *self);
    if (!self) {
        bridge->calls->release(bridge);
        return NULL;
    }
    *self = (struct own_view){ { &view_calls }, 1, bridge, false };
    return &self->view;
}
