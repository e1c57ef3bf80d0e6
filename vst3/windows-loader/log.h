/* The log file: one sentence a line, for a person who wonders why a plug-in did not load. */
#ifndef FADERSTAGER_LOG_H
#define FADERSTAGER_LOG_H

#include <windows.h>

/* Writes "TIME  FaderStager VERSION in PROGRAM: SENTENCE" to %APPDATA%\FaderStager\log.txt, or to %TEMP% where that
   cannot be written. Where nothing can be written, nothing is: a log is never a reason to fail.
   [any] thread. Line breaks in the sentence become spaces. */
void log_sentence(const WCHAR *sentence);

#endif
