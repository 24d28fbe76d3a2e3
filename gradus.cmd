@echo off
rem Runs the `gradus` command on Windows; tools\gradus.ps1 does the work.
powershell -NoProfile -ExecutionPolicy Bypass -File "%~dp0tools\gradus.ps1" %*
exit /b %ERRORLEVEL%
