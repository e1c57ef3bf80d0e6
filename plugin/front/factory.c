/* The module's factory. What is asked about classes the bridge's first factory answers. Every processor comes from a factory of its
   own: the bridge hands one track out twice from the third instance of a factory on, and makes a new factory for each that asks.
   Which track a controller is made with does not matter, for it gets its processor's by a message. */

#include <string.h>

#include "parts.h"

static CRITICAL_SECTION lock;
static INIT_ONCE lock_is_there = INIT_ONCE_STATIC_INIT;
static struct factory *questions;
static bool has_2, has_3;

static BOOL CALLBACK make_lock(PINIT_ONCE once, PVOID argument, PVOID *result)
{
    (void)once, (void)argument, (void)result;
    InitializeCriticalSection(&lock);
    return TRUE;
}

static int32_t factory_query(struct factory *self, const GUID *id, void **result)
{
    if (!result)
        return kInvalidArgument;
    bool is_known = id && (IsEqualGUID(id, &IID_Unknown) || IsEqualGUID(id, &IID_PluginFactory)
        || (has_2 && IsEqualGUID(id, &IID_PluginFactory2)) || (has_3 && IsEqualGUID(id, &IID_PluginFactory3)));
    *result = is_known ? self : NULL;
    return is_known ? kResultOk : kNoInterface;
}

/* It is there for as long as the module, which stays. */
static uint32_t factory_count(struct factory *self)
{
    (void)self;
    return 1;
}

static int32_t factory_info(struct factory *self, void *info)
{
    (void)self;
    return info ? questions->calls->getFactoryInfo(questions, info) : kInvalidArgument;
}

static int32_t factory_classes(struct factory *self)
{
    (void)self;
    return questions->calls->countClasses(questions);
}

#define IS_CLASS(index) ((index) >= 0 && (index) < factory_classes(self))

static int32_t factory_class(struct factory *self, int32_t index, struct class_info *info)
{
    return info && IS_CLASS(index) ? questions->calls->getClassInfo(questions, index, info) : kInvalidArgument;
}

static int32_t factory_class_2(struct factory *self, int32_t index, void *info)
{
    return info && has_2 && IS_CLASS(index) ? questions->calls->getClassInfo2(questions, index, info) : kInvalidArgument;
}

static int32_t factory_class_unicode(struct factory *self, int32_t index, void *info)
{
    return info && has_3 && IS_CLASS(index) ? questions->calls->getClassInfoUnicode(questions, index, info) : kInvalidArgument;
}

static int32_t factory_host(struct factory *self, struct unknown *context)
{
    (void)self;
    return has_3 ? questions->calls->setHostContext(questions, context) : kNotImplemented;
}

/* Finds a class by its id, or by its category where the id is NULL. */
static bool find_class(const char *id, const char *category, struct class_info *info)
{
    int32_t count = questions->calls->countClasses(questions);
    for (int32_t i = 0; i < count; i++)
        if (questions->calls->getClassInfo(questions, i, info) == kResultOk && (id ? memcmp(info->id, id, sizeof info->id) == 0 : strcmp(info->category, category) == 0))
            return true;
    return false;
}

static struct component *new_processor(const char *id)
{
    struct class_info of_controller;
    if (find_class(NULL, kControllerClass, &of_controller))
        parameters_read(questions, of_controller.id);
    struct factory *fresh = bridge_new_factory();
    /* A factory that comes again would hand one track to two processors. */
    if (!fresh || fresh == questions)
        return NULL;
    struct component *component = NULL;
    int32_t outcome = fresh->calls->createInstance(fresh, id, &IID_Component, (void **)&component);
    fresh->calls->release(fresh);
    return outcome == kResultOk && component ? front_processor(component) : NULL;
}

static struct controller *new_controller(const char *id)
{
    struct controller *controller = NULL;
    parameters_read(questions, id);
    int32_t outcome = questions->calls->createInstance(questions, id, &IID_EditController, (void **)&controller);
    return outcome == kResultOk && controller ? front_controller(controller) : NULL;
}

static int32_t factory_create(struct factory *self, const char *class_id, const GUID *interface_id, void **result)
{
    (void)self;
    if (result)
        *result = NULL;
    if (!class_id || !interface_id || !result)
        return kInvalidArgument;
    struct class_info info;
    EnterCriticalSection(&lock);
    struct unknown *object = NULL;
    bool is_known = find_class(class_id, NULL, &info);
    if (is_known && strcmp(info.category, kAudioModuleClass) == 0)
        object = (struct unknown *)(void *)new_processor(class_id);
    else if (is_known && strcmp(info.category, kControllerClass) == 0)
        object = (struct unknown *)(void *)new_controller(class_id);
    else
        is_known = false;
    LeaveCriticalSection(&lock);
    if (!object)
        return is_known ? kInternalError : kNoInterface;
    int32_t outcome = object->calls->queryInterface(object, interface_id, result);
    object->calls->release(object);
    return outcome;
}

static const struct factory_table factory_calls = {
    factory_query, factory_count, factory_count, factory_info, factory_classes, factory_class, factory_create,
    factory_class_2, factory_class_unicode, factory_host,
};
static struct factory own_factory = { &factory_calls };

/* The newest interface that the bridge's factory has; their tables begin alike. */
static void ask_for_newest(void)
{
    struct factory *newer = NULL;
    has_3 = questions->calls->queryInterface(questions, &IID_PluginFactory3, (void **)&newer) == kResultOk && newer;
    has_2 = has_3 || (questions->calls->queryInterface(questions, &IID_PluginFactory2, (void **)&newer) == kResultOk && newer);
    if (newer) {
        questions->calls->release(questions);
        questions = newer;
    }
}

struct factory *front_factory(void)
{
    InitOnceExecuteOnce(&lock_is_there, make_lock, NULL, NULL);
    EnterCriticalSection(&lock);
    if (!questions && bridge_load()) {
        questions = bridge_new_factory();
        if (questions)
            ask_for_newest();
    }
    struct factory *factory = questions ? &own_factory : NULL;
    LeaveCriticalSection(&lock);
    return factory;
}
