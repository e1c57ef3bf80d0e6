/* The DLL that this code stands in. */
#ifndef FADERSTAGER_MODULE_H
#define FADERSTAGER_MODULE_H

#include <stdbool.h>
#include <windows.h>

#define LONGEST_FOLDER 2048

/* Where this DLL stands, whatever it is called and however the host found it, without a last backslash. [any] */
bool module_folder(WCHAR folder[LONGEST_FOLDER]);

/* Keeps this DLL in the process for good: .NET cannot be taken out again, and managed code keeps addresses of ours. [any] */
void module_stay_loaded(void);

#endif
