/*
 * A host that is no .NET program: enters a module as hosts do, asks for its factory twice and counts its classes.
 * Exits with 0 with a factory, 1 without one, 2 when the module is none.
 */
#include <windows.h>
#include <stdbool.h>
#include <stdio.h>

enum { COUNT_CLASSES = 4 };

int wmain(int argc, wchar_t **argv)
{
    HMODULE module = argc > 1 ? LoadLibraryW(argv[1]) : NULL;
    bool (*enter)(void) = module ? (bool (*)(void))(void *)GetProcAddress(module, "InitDll") : NULL;
    void *(*get_factory)(void) = module ? (void *(*)(void))(void *)GetProcAddress(module, "GetPluginFactory") : NULL;
    if (!enter || !get_factory || !enter()) {
        printf("no module\n");
        return 2;
    }

    void *factory = get_factory();
    if (factory != get_factory()) {
        printf("two factories\n");
        return 2;
    }

    if (!factory) {
        printf("no factory\n");
        return 1;
    }

    int (*count_classes)(void *) = (*(int (***)(void *))factory)[COUNT_CLASSES];
    printf("%d class\n", count_classes(factory));
    return 0;
}
