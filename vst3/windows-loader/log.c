#include "log.h"

#include <stdio.h>
#include <wchar.h>

#include "version.h"

/* A full file makes room by becoming the old one, so the two together never hold more than twice this. */
#define LARGEST_FILE_BYTES (128 * 1024)
#define LONGEST_PATH 2048
#define LONGEST_LINE 4096

static const WCHAR folder_name[] = L"\\FaderStager";
static const WCHAR file_name[] = L"\\log.txt";
static const WCHAR old_file_name[] = L"\\log.old.txt";

/* The program's file name: which of a person's hosts it was. */
static void host_name(WCHAR *name, DWORD capacity)
{
    WCHAR path[LONGEST_PATH];
    DWORD length = GetModuleFileNameW(NULL, path, LONGEST_PATH);
    if (length == 0 || length >= LONGEST_PATH) {
        lstrcpynW(name, L"a host", (int)capacity);
        return;
    }
    const WCHAR *last = wcsrchr(path, L'\\');
    lstrcpynW(name, last ? last + 1 : path, (int)capacity);
}

/* Opens the log in a folder of the environment's, or returns INVALID_HANDLE_VALUE. */
static HANDLE open_in(const WCHAR *variable)
{
    WCHAR folder[LONGEST_PATH], file[LONGEST_PATH], old_file[LONGEST_PATH];
    const DWORD room = LONGEST_PATH - ARRAYSIZE(folder_name) - ARRAYSIZE(old_file_name);
    DWORD length = GetEnvironmentVariableW(variable, folder, room);
    if (length == 0 || length >= room)
        return INVALID_HANDLE_VALUE;
    lstrcatW(folder, folder_name);
    CreateDirectoryW(folder, NULL);
    lstrcpyW(file, folder);
    lstrcatW(file, file_name);

    WIN32_FILE_ATTRIBUTE_DATA known;
    if (GetFileAttributesExW(file, GetFileExInfoStandard, &known) && (known.nFileSizeHigh || known.nFileSizeLow >= LARGEST_FILE_BYTES)) {
        lstrcpyW(old_file, folder);
        lstrcatW(old_file, old_file_name);
        /* Another program may hold it open. Then this line is lost rather than the bound. */
        if (!MoveFileExW(file, old_file, MOVEFILE_REPLACE_EXISTING))
            return INVALID_HANDLE_VALUE;
    }
    /* Appending alone: several hosts may write at once, each its whole line. */
    return CreateFileW(file, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, NULL, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
}

void log_sentence(const WCHAR *sentence)
{
    static const WCHAR *const variables[] = { L"APPDATA", L"TEMP" };
    WCHAR host[128], line[LONGEST_LINE];
    char bytes[LONGEST_LINE * 3];
    SYSTEMTIME now;
    GetLocalTime(&now);
    host_name(host, ARRAYSIZE(host));
    _snwprintf(line, LONGEST_LINE - 3, L"%04u-%02u-%02u %02u:%02u:%02u  FaderStager " VERSION_WIDE L" in %ls: %ls",
        now.wYear, now.wMonth, now.wDay, now.wHour, now.wMinute, now.wSecond, host, sentence);
    line[LONGEST_LINE - 3] = 0;
    for (WCHAR *c = line; *c; c++)
        if (*c < L' ')
            *c = L' ';
    lstrcatW(line, L"\r\n");
    int length = WideCharToMultiByte(CP_UTF8, 0, line, -1, bytes, (int)sizeof bytes, NULL, NULL) - 1;
    if (length <= 0)
        return;
    for (size_t i = 0; i < ARRAYSIZE(variables); i++) {
        HANDLE file = open_in(variables[i]);
        if (file == INVALID_HANDLE_VALUE)
            continue;
        DWORD written = 0;
        BOOL ok = WriteFile(file, bytes, (DWORD)length, &written, NULL);
        CloseHandle(file);
        if (ok && written == (DWORD)length)
            return;
    }
}
