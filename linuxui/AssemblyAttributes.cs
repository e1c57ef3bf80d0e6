using System.Runtime.CompilerServices;

// All that crosses to Skia and libxcb is plain memory: pointers, numbers, UTF-16.
[assembly: DisableRuntimeMarshalling]
