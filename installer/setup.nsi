; FaderStager's setup for Windows. Built by pack.py, which says what goes in and names it here:
;   VERSION FILE_VERSION  "0.1.0" and "0.1.0.0"          OUTPUT       the setup to write
;   ROOT                  the repository                 PAYLOAD      a list of File commands: the bundle
;   GUIDE LICENCES SIDE   files                          SIZE_KB      what the bundle takes on disk
;   TARGET                amd64-unicode or x86-unicode   and where they are wanted: FAST, EDITION and REHEARSAL (as PAYLOAD), SIGN (a command)
;
; A person chooses between everyone on the computer and only oneself; a script says /ALLUSERS (the default) or /CURRENTUSER.
; Options:  /S silent   /D=FOLDER (last, no quotes)   /DOWNGRADE   /AUDIOPLUGSHARP (where that edition is in)
;           /PATH (the rehearsal on the search path)
; The uninstaller:  /S silent   /REMOVEUSERDATA
; Exit codes: 0 done, 1 cancelled, 2 stopped, and:
!define WRONG_WINDOWS 3
!define IN_USE 4
!define NO_RIGHT 5
!define NEWER_INSTALLED 6
!define NOT_WRITTEN 7

Unicode true
Target ${TARGET}
!ifdef FAST
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
Name "FaderStager"
OutFile "${OUTPUT}"
BrandingText "FaderStager ${VERSION}"
; The setup asks for an administrator's rights only once the person has chosen "everyone".
RequestExecutionLevel user
ManifestDPIAware true
ShowInstDetails nevershow
ShowUninstDetails nevershow
; A file that cannot be written sets the error flag, silent or not.
SetOverwrite try

VIProductVersion "${FILE_VERSION}"
VIFileVersion "${FILE_VERSION}"
VIAddVersionKey "ProductName" "FaderStager"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "FaderStager setup"
VIAddVersionKey "CompanyName" "FaderStager"
VIAddVersionKey "LegalCopyright" "Copyright (c) 2026 the FaderStager authors"

!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include nsDialogs.nsh
!include MUI2.nsh

!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\FaderStager"
!define BUNDLE "FaderStager.vst3"
!define MODULE "${BUNDLE}\Contents\x86_64-win\FaderStager.vst3"
!define INCOMING "FaderStager.new"
!define OUTGOING "FaderStager.old"
!define EDITION_FOLDER "FaderStager AudioPlugSharp.vst3"
!define EDITION_MODULE "${EDITION_FOLDER}\Contents\x86_64-win\FaderStager AudioPlugSharp.vst3"
!define REHEARSAL_FOLDER "Rehearsal"
!define REHEARSAL_PROGRAM "${REHEARSAL_FOLDER}\faderstager.exe"
!define GUIDE_FILE "FaderStager user guide.html"
!define LICENCE_FILE "FaderStager licences.txt"
!define UNINSTALLER "Uninstall FaderStager.exe"
!define SHORTCUT "$SMPROGRAMS\FaderStager user guide.lnk"

Var ForEveryone   ; 1 = everyone on this computer, 0 = only this person
Var ScopeIsGiven  ; 1 = the command line says it
Var FolderIsGiven ; 1 = the command line says it
Var MayDowngrade
Var OldFolder     ; where FaderStager is installed in this scope, or nothing
Var OldVersion
Var RemoveUserData
Var EveryoneButton
Var DataBox

; ---------------------------------------------------------------------------------------------------- what both programs ask

; Fail CODE TEXT: tells, and ends the program.
!macro Fail CODE TEXT
  SetErrorLevel ${CODE}
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  Quit
!macroend
!define Fail '!insertmacro Fail'

!macro SharedFunctions UN
  Function ${UN}UseScope
    ${If} $ForEveryone == 1
      SetShellVarContext all
    ${Else}
      SetShellVarContext current
    ${EndIf}
  FunctionEnd

  ; Ends when a program holds the plug-in of the folder on the stack. A person may close the DAW and try again.
  Function ${UN}RequireFree
    Exch $R0
    Push $R1
    Push $R2
    ${For} $R2 1 2
      StrCpy $R1 "$R0\${MODULE}"
      ${If} $R2 = 2
        StrCpy $R1 "$R0\${EDITION_MODULE}"
      ${EndIf}
      ${Do}
        ${IfNot} ${FileExists} $R1
          ${ExitDo}
        ${EndIf}
        ClearErrors
        FileOpen $9 $R1 a
        ${IfNot} ${Errors}
          FileClose $9
          ${ExitDo}
        ${EndIf}
        SetErrorLevel ${IN_USE}
        MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "FaderStager is in use. Close your DAW, and every other program that has loaded it, then press Retry.$\r$\n$\r$\n$R1" /SD IDCANCEL IDRETRY +2
        Quit
        SetErrorLevel 0
      ${Loop}
    ${Next}
    Pop $R2
    Pop $R1
    Pop $R0
  FunctionEnd

  ; Renames the folder $R0 to $R1; the error flag says that it could not be. A scanner that is looking through new files holds
  ; them for a moment, so this is tried for five seconds.
  Function ${UN}MoveFolder
    Push $R2
    ${For} $R2 1 20
      ClearErrors
      Rename $R0 $R1
      ${IfNot} ${Errors}
        ${ExitFor}
      ${EndIf}
      Sleep 250
      SetErrors
    ${Next}
    Pop $R2
  FunctionEnd

  ; Removes the folder on the stack, one of FaderStager's own by its name. Where someone put a link, only the link goes.
  Function ${UN}RemoveOwn
    Exch $R0
    Push $R1
    ${GetFileAttributes} $R0 "REPARSE_POINT" $R1
    ${If} $R1 = 1
      RMDir $R0
    ${Else}
      RMDir /r $R0
    ${EndIf}
    Pop $R1
    Pop $R0
  FunctionEnd

  ; Takes the installed rehearsal off the search path, and away.
  Function ${UN}RemoveRehearsal
    ${If} ${FileExists} "$INSTDIR\${REHEARSAL_PROGRAM}"
      nsExec::Exec '"$INSTDIR\${REHEARSAL_PROGRAM}" path remove'
      Pop $R0
    ${EndIf}
    Push "$INSTDIR\${REHEARSAL_FOLDER}"
    Call ${UN}RemoveOwn
  FunctionEnd
!macroend
!insertmacro SharedFunctions ""
!insertmacro SharedFunctions "un."

!macro RemoveOwn UN NAME
  Push "$INSTDIR\${NAME}"
  Call ${UN}RemoveOwn
!macroend
!define RemoveOwn '!insertmacro RemoveOwn'

; RemoveOld NAME, below the folder of the FaderStager before
!macro RemoveOld NAME
  Push "$OldFolder\${NAME}"
  Call RemoveOwn
!macroend
!define RemoveOld '!insertmacro RemoveOld'

; MoveOwn UN FROM TO, below $INSTDIR
!macro MoveOwn UN FROM TO
  StrCpy $R0 "$INSTDIR\${FROM}"
  StrCpy $R1 "$INSTDIR\${TO}"
  Call ${UN}MoveFolder
!macroend
!define MoveOwn '!insertmacro MoveOwn'

; ---------------------------------------------------------------------------------------------------- pages

!define MUI_ICON "${ROOT}/installer/icon.ico"
!define MUI_UNICON "${ROOT}/installer/icon.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_ABORTWARNING

!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenScopeIsGiven
!define MUI_WELCOMEPAGE_TITLE "FaderStager ${VERSION}"
!define MUI_WELCOMEPAGE_TEXT "FaderStager brings every fader of a mix into place. It is a VST3 plug-in for 64-bit hosts such as REAPER and Cubase.$\r$\n$\r$\nClose your DAW before you go on. Nothing else has to be installed: FaderStager brings its own .NET."
!insertmacro MUI_PAGE_WELCOME
Page custom AskScope LeaveScope
!insertmacro MUI_PAGE_LICENSE "${ROOT}/LICENSE"
!ifdef EDITION | REHEARSAL
  !insertmacro MUI_PAGE_COMPONENTS
!endif
!define MUI_DIRECTORYPAGE_TEXT_TOP "DAWs look for VST3 plug-ins in this folder. Choose another one only if your DAW is set up to look there."
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE LeaveFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "FaderStager ${VERSION} is installed"
!define MUI_FINISHPAGE_TEXT "Start your DAW and let it scan its plug-ins. FaderStager is a VST3 effect: insert it on every track, and flag the one the mix is built around."
; Shown by the person's own shell: a browser that the setup starts itself would have an administrator's rights.
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION ShowGuide
!define MUI_FINISHPAGE_SHOWREADME_TEXT "Read the user guide"
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.AskUserData un.LeaveUserData
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

; ---------------------------------------------------------------------------------------------------- what is installed

Section "FaderStager (VST3)" MainSection
  SectionIn RO
  ; A disk that is full ends the setup inside a File command, and then with this code.
  SetErrorLevel ${NOT_WRITTEN}
  ; What a setup left that was stopped.
  ${RemoveOwn} "" "${INCOMING}"
  ${RemoveOwn} "" "${OUTGOING}"

  ; 1. The new bundle, whole, beside the old one. Until it is there the old one stays.
  ClearErrors
  !include "${PAYLOAD}"
  SetOutPath $INSTDIR
  ${If} ${Errors}
    RMDir /r "$INSTDIR\${INCOMING}"
    ${Fail} ${NOT_WRITTEN} "Not everything could be written to $INSTDIR. Is the disk full? Nothing was changed."
  ${EndIf}

  ; 2. Swap them. A bundle whose files are held cannot be moved.
  ${If} ${FileExists} "$INSTDIR\${BUNDLE}"
    ${MoveOwn} "" "${BUNDLE}" "${OUTGOING}"
    ${If} ${Errors}
      RMDir /r "$INSTDIR\${INCOMING}"
      ${Fail} ${IN_USE} "The FaderStager that is installed cannot be replaced: a program holds it. Close your DAW and start the setup again. Nothing was changed."
    ${EndIf}
  ${EndIf}
  ${MoveOwn} "" "${INCOMING}" "${BUNDLE}"
  ${If} ${Errors}
    ${MoveOwn} "" "${OUTGOING}" "${BUNDLE}"
    RMDir /r "$INSTDIR\${INCOMING}"
    ${Fail} ${NOT_WRITTEN} "FaderStager could not be put in its place in $INSTDIR. Nothing was changed."
  ${EndIf}
  ${RemoveOwn} "" "${OUTGOING}"

  ; 3. What goes with it. The other edition comes again only where it is chosen.
  ${RemoveOwn} "" "${EDITION_FOLDER}"
  Call RemoveRehearsal
  ClearErrors
  File "/oname=${GUIDE_FILE}" "${GUIDE}"
  File "/oname=${LICENCE_FILE}" "${LICENCES}"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  WriteRegStr SHCTX "${ENTRY}" "DisplayName" "FaderStager"
  WriteRegStr SHCTX "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${ENTRY}" "Publisher" "FaderStager"
  WriteRegStr SHCTX "${ENTRY}" "DisplayIcon" "$INSTDIR\${UNINSTALLER}"
  WriteRegStr SHCTX "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${ENTRY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr SHCTX "${ENTRY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD SHCTX "${ENTRY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD SHCTX "${ENTRY}" "NoModify" 1
  WriteRegDWORD SHCTX "${ENTRY}" "NoRepair" 1
  ${If} ${Errors}
    ${Fail} ${NOT_WRITTEN} "FaderStager is in $INSTDIR and works, but its guide, its uninstaller or its entry in Apps could not be written. Start the setup again."
  ${EndIf}
  DeleteRegValue SHCTX "${ENTRY}" "OnPath"
  CreateShortcut "${SHORTCUT}" "$INSTDIR\${GUIDE_FILE}"

  ; 4. The one before, where it stood elsewhere. Its uninstaller is not run: in a folder that users can write it may be anybody's
  ; program, and the setup has an administrator's rights.
  ${If} $OldFolder != ""
  ${AndIf} $OldFolder != $INSTDIR
    ${RemoveOld} "${INCOMING}"
    ${RemoveOld} "${OUTGOING}"
    ${RemoveOld} "${BUNDLE}"
    ${RemoveOld} "${EDITION_FOLDER}"
    ${RemoveOld} "${REHEARSAL_FOLDER}"
    Delete "$OldFolder\${GUIDE_FILE}"
    Delete "$OldFolder\${LICENCE_FILE}"
    Delete "$OldFolder\${UNINSTALLER}"
    RMDir $OldFolder
  ${EndIf}
  SetErrorLevel 0
SectionEnd

!ifdef REHEARSAL
  Section "Rehearsal (console program)" RehearsalSection
    SetErrorLevel ${NOT_WRITTEN}
    ClearErrors
    !include "${REHEARSAL}"
    SetOutPath $INSTDIR
    ${If} ${Errors}
      ${Fail} ${NOT_WRITTEN} "The rehearsal could not be written to $INSTDIR\${REHEARSAL_FOLDER}: a program holds it, or the disk is full. FaderStager itself is installed."
    ${EndIf}
    SetErrorLevel 0
  SectionEnd

  Section /o "Rehearsal on the search path" PathSection
    ; The program does it itself: NSIS cuts long texts off, and the path may be one.
    StrCpy $R1 ""
    ${IfThen} $ForEveryone == 1 ${|} StrCpy $R1 " --everyone" ${|}
    nsExec::Exec '"$INSTDIR\${REHEARSAL_PROGRAM}" path add$R1'
    Pop $R0
    ${If} $R0 == 0
      WriteRegDWORD SHCTX "${ENTRY}" "OnPath" 1
      SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
    ${EndIf}
  SectionEnd
!endif

!ifdef EDITION
  Section /o "AudioPlugSharp edition" EditionSection
    SetErrorLevel ${NOT_WRITTEN}
    ClearErrors
    !include "${EDITION}"
    SetOutPath $INSTDIR
    ${If} ${Errors}
      RMDir /r "$INSTDIR\${EDITION_FOLDER}"
      ${Fail} ${NOT_WRITTEN} "The AudioPlugSharp edition could not be written to $INSTDIR. FaderStager itself is installed."
    ${EndIf}
    SetErrorLevel 0
  SectionEnd
!endif

!ifdef EDITION | REHEARSAL
  !insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
    !insertmacro MUI_DESCRIPTION_TEXT ${MainSection} "The plug-in, its own .NET, and the user guide."
    !ifdef REHEARSAL
      !insertmacro MUI_DESCRIPTION_TEXT ${RehearsalSection} "Stages a folder of stems without a DAW: hints, reports and a staged mix, from the command line."
      !insertmacro MUI_DESCRIPTION_TEXT ${PathSection} "Lets a command prompt find it in any folder as faderstager."
    !endif
    !ifdef EDITION
      !insertmacro MUI_DESCRIPTION_TEXT ${EditionSection} "The same plug-in on AudioPlugSharp's bridge, beside the other one and on its .NET. It needs Microsoft's Visual C++ Redistributable (x64). Tracks of both stand in one mix."
    !endif
  !insertmacro MUI_FUNCTION_DESCRIPTION_END
!endif

; ---------------------------------------------------------------------------------------------------- what is asked before

Function .onInit
  SetRegView 64
  ; A 64-bit setup does not even start on 32-bit Windows; the 32-bit one says why.
  ${IfNot} ${RunningX64}
    ${Fail} ${WRONG_WINDOWS} "FaderStager needs 64-bit Windows. This Windows has 32 bits."
  ${EndIf}
  ; The oldest Windows that .NET 10 is published for: Windows 10 version 1607 (dotnet/core, release-notes/10.0/supported-os.md).
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 14393
    ${Fail} ${WRONG_WINDOWS} "FaderStager needs Windows 10 version 1607 or later: the .NET 10 that it brings does not run on older ones."
  ${EndIf}

  ${If} $INSTDIR != ""
    StrCpy $FolderIsGiven 1
  ${Else}
    ; NSIS forgets a folder that it cannot use. The person must not find FaderStager elsewhere.
    System::Call 'kernel32::GetCommandLineW()w.r1'
    ClearErrors
    ${WordFind} $1 "/D=" "E+1}" $2
    ${IfNot} ${Errors}
      ${Fail} ${NO_RIGHT} "FaderStager cannot be installed in $2. Give a whole path, as the last option and without quotes: /D=C:\Folder"
    ${EndIf}
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DOWNGRADE" $1
  ${IfNot} ${Errors}
    StrCpy $MayDowngrade 1
  ${EndIf}
  !ifdef REHEARSAL
    ClearErrors
    ${GetOptions} $0 "/PATH" $1
    ${IfNot} ${Errors}
      !insertmacro SelectSection ${PathSection}
    ${EndIf}
  !endif
  !ifdef EDITION
    ClearErrors
    ${GetOptions} $0 "/AUDIOPLUGSHARP" $1
    ${IfNot} ${Errors}
      !insertmacro SelectSection ${EditionSection}
    ${EndIf}
  !endif

  ; Where nothing is said, the scope is that of the FaderStager which is there already.
  StrCpy $ForEveryone 1
  ReadRegStr $1 HKCU "${ENTRY}" "InstallLocation"
  ReadRegStr $2 HKLM "${ENTRY}" "InstallLocation"
  ${If} $1 != ""
  ${AndIf} $2 == ""
    StrCpy $ForEveryone 0
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/CURRENTUSER" $1
  ${IfNot} ${Errors}
    StrCpy $ForEveryone 0
    StrCpy $ScopeIsGiven 1
  ${EndIf}
  ClearErrors
  ${GetOptions} $0 "/ALLUSERS" $1
  ${IfNot} ${Errors}
    StrCpy $ForEveryone 1
    StrCpy $ScopeIsGiven 1
  ${EndIf}
  ${If} ${Silent}
  ${OrIf} $ScopeIsGiven == 1
    Call EnterScope
  ${EndIf}
  ${IfThen} ${Silent} ${|} Call RequireFolder ${|}
FunctionEnd

Function ShowGuide
  ; What is started must not hold the folder: it has the setup's as its own.
  SetOutPath $WINDIR
  Exec '"$WINDIR\explorer.exe" "$INSTDIR\${GUIDE_FILE}"'
FunctionEnd

Function SkipWhenScopeIsGiven
  ${IfThen} $ScopeIsGiven == 1 ${|} Abort ${|}
FunctionEnd

; Everything that follows from the scope: folder, what is installed there, whether this may be done.
Function EnterScope
  ${If} $ForEveryone == 1
    UserInfo::GetAccountType
    Pop $0
    ${If} $0 != "Admin"
      ${If} ${Silent}
        ${Fail} ${NO_RIGHT} "Installing for everyone needs an administrator. /CURRENTUSER installs for this person only."
      ${EndIf}
      StrCpy $1 "/ALLUSERS"
      ${IfThen} $MayDowngrade == 1 ${|} StrCpy $1 "$1 /DOWNGRADE" ${|}
      ${IfThen} $FolderIsGiven == 1 ${|} StrCpy $1 "$1 /D=$INSTDIR" ${|}
      ClearErrors
      ExecShell "runas" "$EXEPATH" "$1"
      ${IfNot} ${Errors}
        Quit
      ${EndIf}
      MessageBox MB_OK|MB_ICONEXCLAMATION "Without an administrator's permission FaderStager can be installed for you only."
      ${IfThen} $ScopeIsGiven == 1 ${|} Quit ${|}
      Abort
    ${EndIf}
  ${EndIf}
  Call UseScope
  ReadRegStr $OldFolder SHCTX "${ENTRY}" "InstallLocation"
  ReadRegStr $OldVersion SHCTX "${ENTRY}" "DisplayVersion"

  ${If} $FolderIsGiven != 1
    ${If} $OldFolder != ""
      StrCpy $INSTDIR $OldFolder
    ${ElseIf} $ForEveryone == 1
      StrCpy $INSTDIR "$COMMONFILES64\VST3\FaderStager"
    ${Else}
      StrCpy $INSTDIR "$LOCALAPPDATA\Programs\Common\VST3\FaderStager"
    ${EndIf}
  ${EndIf}
  !ifdef REHEARSAL
    ReadRegDWORD $1 SHCTX "${ENTRY}" "OnPath"
    ${If} $1 == 1
      !insertmacro SelectSection ${PathSection}
    ${EndIf}
  !endif
  !ifdef EDITION
    ${If} ${FileExists} "$OldFolder\${EDITION_MODULE}"
      !insertmacro SelectSection ${EditionSection}
    ${EndIf}
  !endif

  ${If} $OldVersion != ""
  ${AndIf} $MayDowngrade != 1
    ${VersionCompare} $OldVersion ${VERSION} $0
    ${If} $0 = 1
      SetErrorLevel ${NEWER_INSTALLED}
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "FaderStager $OldVersion is installed, and this is the older ${VERSION}. Projects saved with the newer one may lose settings that this one does not know.$\r$\n$\r$\nInstall the older version all the same?" /SD IDNO IDYES +2
      Quit
      SetErrorLevel 0
    ${EndIf}
  ${EndIf}
FunctionEnd

Function AskScope
  ${IfThen} $ScopeIsGiven == 1 ${|} Abort ${|}
  !insertmacro MUI_HEADER_TEXT "Who is it for?" "FaderStager can be installed for everyone on this computer, or for you alone."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 0 100% 12u "&Everyone on this computer (Windows asks for an administrator's permission)"
  Pop $EveryoneButton
  ${NSD_CreateRadioButton} 0 18u 100% 12u "&Only me"
  Pop $1
  ${If} $ForEveryone == 1
    ${NSD_Check} $EveryoneButton
  ${Else}
    ${NSD_Check} $1
  ${EndIf}
  ReadRegStr $2 HKLM "${ENTRY}" "DisplayVersion"
  ReadRegStr $3 HKCU "${ENTRY}" "DisplayVersion"
  StrCpy $4 ""
  ${If} $2 != ""
    StrCpy $4 "FaderStager $2 is installed for everyone. "
  ${EndIf}
  ${If} $3 != ""
    StrCpy $4 "$4FaderStager $3 is installed for you. "
  ${EndIf}
  ${If} $4 != ""
    ${NSD_CreateLabel} 0 48u 100% 36u "$4$\r$\nIt is replaced by ${VERSION} when you choose the same here; your profiles and settings stay. Have it once only: a DAW that finds two takes either."
    Pop $0
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function LeaveScope
  ${NSD_GetState} $EveryoneButton $ForEveryone
  Call EnterScope
FunctionEnd

Function LeaveFolder
  Call RequireFolder
FunctionEnd

; The folder must be one that can be written, and nothing in it, or in the one before it, may be in use.
Function RequireFolder
  StrCpy $1 $INSTDIR
  ; What this try makes it takes away again.
  ${If} ${FileExists} "$INSTDIR\*.*"
    StrCpy $1 ""
  ${EndIf}
  ClearErrors
  CreateDirectory $INSTDIR
  GetTempFileName $0 $INSTDIR
  ${If} ${Errors}
  ${OrIf} $0 == ""
    SetErrorLevel ${NO_RIGHT}
    MessageBox MB_OK|MB_ICONSTOP "FaderStager cannot be installed in $INSTDIR: nothing can be written there. Choose another folder, or ask an administrator." /SD IDOK
    ${IfThen} ${Silent} ${|} Quit ${|}
    SetErrorLevel 0
    Abort
  ${EndIf}
  Delete $0
  ${IfThen} $1 != "" ${|} RMDir $1 ${|}
  Push $INSTDIR
  Call RequireFree
  ${If} $OldFolder != ""
  ${AndIf} $OldFolder != $INSTDIR
    Push $OldFolder
    Call RequireFree
  ${EndIf}
FunctionEnd

; ---------------------------------------------------------------------------------------------------- uninstaller

Function un.onInit
  SetRegView 64
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/REMOVEUSERDATA" $1
  ${IfNot} ${Errors}
    StrCpy $RemoveUserData 1
  ${EndIf}
  ; The entry that names this folder says for whom it was installed.
  StrCpy $ForEveryone 1
  ReadRegStr $0 HKCU "${ENTRY}" "InstallLocation"
  ${IfThen} $0 == $INSTDIR ${|} StrCpy $ForEveryone 0 ${|}
  ${If} $ForEveryone == 1
    UserInfo::GetAccountType
    Pop $1
    ${If} $1 != "Admin"
      ${If} ${Silent}
        ${Fail} ${NO_RIGHT} "FaderStager was installed for everyone: uninstalling it needs an administrator."
      ${EndIf}
      ExecShell "runas" "$INSTDIR\${UNINSTALLER}"
      Quit
    ${EndIf}
  ${EndIf}
  Call un.UseScope
  ${If} ${Silent}
    Push $INSTDIR
    Call un.RequireFree
  ${EndIf}
FunctionEnd

Function un.AskUserData
  !insertmacro MUI_HEADER_TEXT "Uninstall FaderStager" "The plug-in is removed from $INSTDIR."
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 36u "Projects that use FaderStager keep what they saved in it. Your own target profiles (Documents\FaderStager\Profiles) and settings stay too, for the next time you install it. Exported reports always stay."
  Pop $0
  ${NSD_CreateCheckbox} 0 42u 100% 12u "&Remove my profiles and settings too"
  Pop $DataBox
  ${IfThen} $RemoveUserData == 1 ${|} ${NSD_Check} $DataBox ${|}
  nsDialogs::Show
FunctionEnd

Function un.LeaveUserData
  ${NSD_GetState} $DataBox $RemoveUserData
  Push $INSTDIR
  Call un.RequireFree
FunctionEnd

Section "Uninstall"
  SetErrorLevel ${NOT_WRITTEN}
  ${RemoveOwn} "un." "${INCOMING}"
  ${RemoveOwn} "un." "${OUTGOING}"
  ; Moved first: a bundle that is held stays whole, and no DAW finds half of one.
  ${If} ${FileExists} "$INSTDIR\${BUNDLE}"
    ${MoveOwn} "un." "${BUNDLE}" "${OUTGOING}"
    ${If} ${Errors}
      ${Fail} ${IN_USE} "FaderStager is in use. Close your DAW and start again. Nothing was removed."
    ${EndIf}
    ${RemoveOwn} "un." "${OUTGOING}"
  ${EndIf}
  ${RemoveOwn} "un." "${EDITION_FOLDER}"
  Call un.RemoveRehearsal
  Delete "$INSTDIR\${GUIDE_FILE}"
  Delete "$INSTDIR\${LICENCE_FILE}"
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir $INSTDIR

  Delete "${SHORTCUT}"
  ReadRegStr $0 SHCTX "${ENTRY}" "InstallLocation"
  ${IfThen} $0 == $INSTDIR ${|} DeleteRegKey SHCTX "${ENTRY}" ${|}
  ; The folders of the standard, when FaderStager was all that stood in them.
  SetShellVarContext current
  ${GetParent} $INSTDIR $0
  ${If} $0 == "$COMMONFILES64\VST3"
    RMDir $0
  ${ElseIf} $0 == "$LOCALAPPDATA\Programs\Common\VST3"
    RMDir "$LOCALAPPDATA\Programs\Common\VST3"
    RMDir "$LOCALAPPDATA\Programs\Common"
    RMDir "$LOCALAPPDATA\Programs"
  ${EndIf}
  Delete "$APPDATA\FaderStager\log.txt"
  Delete "$APPDATA\FaderStager\log.old.txt"
  RMDir "$APPDATA\FaderStager"
  Delete "$TEMP\FaderStager\log.txt"
  Delete "$TEMP\FaderStager\log.old.txt"
  RMDir "$TEMP\FaderStager"
  ; The signs by which processes count one another's tracks; a host that crashed may have left its own.
  Delete "$LOCALAPPDATA\FaderStager\running\*.tracks"
  Delete "$LOCALAPPDATA\FaderStager\running\*.tracks~"
  RMDir "$LOCALAPPDATA\FaderStager\running"
  RMDir "$LOCALAPPDATA\FaderStager"
  ${If} $RemoveUserData == 1
    RMDir /r "$APPDATA\FaderStager"
    Delete "$DOCUMENTS\FaderStager\Profiles\*.json"
    RMDir "$DOCUMENTS\FaderStager\Profiles"
    RMDir "$DOCUMENTS\FaderStager"
  ${EndIf}
  SetErrorLevel 0
SectionEnd

; ---------------------------------------------------------------------------------------------------- signing

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
  !finalize '${SIGN} "%1"' = 0
!endif
