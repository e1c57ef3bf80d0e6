/* A .NET that runs in the process already; where its file stands tells the version. */

__declspec(dllexport) int coreclr_initialize(void)
{
    return 0;
}
