using System.Runtime.CompilerServices;

// All that crosses to the native loader is plain memory.
[assembly: DisableRuntimeMarshalling]
