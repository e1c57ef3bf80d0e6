using System.Runtime.CompilerServices;

// All that crosses the interface is plain memory: pointers, numbers, UTF-16.
[assembly: DisableRuntimeMarshalling]
