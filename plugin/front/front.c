/* The module that a host loads for the AudioPlugSharp edition: FaderStager AudioPlugSharp.vst3/Contents/x86_64-win.

   Behind it stands AudioPlugSharp's bridge, FaderStagerBridge.vst3 in the same folder, and behind that FaderStager.dll. Every object
   that a host gets is one of ours with one of the bridge's inside: what the bridge gets wrong between a host and a plug-in is put right
   here, by its public interface alone. */

#include "parts.h"

__declspec(dllexport) bool InitDll(void)
{
    /* Not the place to start .NET: a host that only looks at the file pays nothing. */
    return true;
}

__declspec(dllexport) bool ExitDll(void)
{
    return true;
}

__declspec(dllexport) void *GetPluginFactory(void)
{
    return front_factory();
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, LPVOID reserved)
{
    (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
        DisableThreadLibraryCalls(self);
    return TRUE;
}
