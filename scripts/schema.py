"""Write the JSON Schema of each kind and the wiring to VS Code, from the declarations."""

from pathlib import Path

from samverkan.kinds.schema import vscode_settings, write_schemas

if __name__ == "__main__":
    root = Path(__file__).resolve().parent.parent
    write_schemas(root)
    (root / ".vscode" / "settings.json").write_text(vscode_settings(), encoding="utf-8")
    print("Skrev model/schema/ och .vscode/settings.json.")
