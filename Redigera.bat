@cd /d "%~dp0"
@py scripts\start.py redigera
@pause
