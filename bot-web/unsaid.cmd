@echo off
rem The same as "unsaid", for Windows.
setlocal
set "here=%~dp0"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%here%lib\" (
  "%java%" "-Dunsaid.command=%~0" "@%here%java.options" -cp "%here%lib\*" unsaid.web.Launcher %*
  exit /b
)
if not exist "%here%target\unsaid.args" (
  echo Nothing is built yet. In the folder of the project: mvn -q compile 1>&2
  exit /b 2
)
set "home="
for /f "tokens=1,* delims==" %%a in ('findstr /c:"java.home =" "%here%target\unsaid.java"') do set "home=%%b"
if exist "%home:~1%\bin\java.exe" set "java=%home:~1%\bin\java"
"%java%" "-Dunsaid.command=%~0" "@%here%java.options" "@%here%target\unsaid.args" unsaid.web.Launcher %*
