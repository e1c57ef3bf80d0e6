/* The version is written once, in Directory.Build.props: the build hands it in as numbers. */
#ifndef FADERSTAGER_VERSION_H
#define FADERSTAGER_VERSION_H

#if !defined(VERSION_MAJOR) || !defined(VERSION_MINOR) || !defined(VERSION_PATCH)
#error "Build with build.sh or build.ps1, which read the version."
#endif

#define VERSION_TEXT_OF(a) #a
#define VERSION_TEXT(a, b, c) VERSION_TEXT_OF(a) "." VERSION_TEXT_OF(b) "." VERSION_TEXT_OF(c)
#define VERSION_WIDE_OF(a) L## #a
#define VERSION_WIDE_EACH(a) VERSION_WIDE_OF(a)

#define VERSION_STRING VERSION_TEXT(VERSION_MAJOR, VERSION_MINOR, VERSION_PATCH)
#define VERSION_WIDE VERSION_WIDE_EACH(VERSION_MAJOR) L"." VERSION_WIDE_EACH(VERSION_MINOR) L"." VERSION_WIDE_EACH(VERSION_PATCH)

#endif
