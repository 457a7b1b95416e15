@echo off
rem Runs devicebatch on an installed Java 21 or newer: the one in JAVA_HOME, or java on PATH.
setlocal
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not "%java%"=="java" goto run
where /q java
if not errorlevel 1 goto run
>&2 echo error: no Java found
>&2 echo why: JAVA_HOME names no Java, and there is no java on PATH
>&2 echo try: install Java 21 or newer, or set JAVA_HOME
exit /b 2
:run
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -XX:+DisplayVMOutputToStderr -Dfile.encoding=UTF-8 -Ddevicebatch.command=devicebatch -cp "%~dp0lib\*" io.github.devicebatch.cli.Main %*
exit /b %errorlevel%
