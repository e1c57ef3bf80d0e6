#include <string.h>

#include "parts.h"

static uint32_t ids[MOST_PARAMETERS];
static int32_t count;

void parameters_read(struct factory *factory, const char *controller_class)
{
    struct controller *controller = NULL;
    if (count > 0 || factory->calls->createInstance(factory, controller_class, &IID_EditController, (void **)&controller) != kResultOk || !controller)
        return;
    if (controller->calls->initialize(controller, messages_context(NULL)) == kResultOk) {
        int32_t parameters = controller->calls->getParameterCount(controller);
        for (int32_t i = 0; i < parameters && count < MOST_PARAMETERS; i++) {
            struct parameter_info info;
            memset(&info, 0, sizeof info);
            if (controller->calls->getParameterInfo(controller, i, &info) == kResultOk)
                ids[count++] = info.id;
        }
        controller->calls->terminate(controller);
    }
    controller->calls->release(controller);
}

bool parameters_have(uint32_t id)
{
    for (int32_t i = 0; i < count; i++)
        if (ids[i] == id)
            return true;
    return false;
}
