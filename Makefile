# En rad för varje vana. Allt körs i en egen virtuell miljö, .venv, som skapas vid behov.
PYTHON ?= python3
PY := .venv/bin/python
SAMVERKAN := $(PY) -m samverkan
# Tecknen är desamma på varje dator, vad den än är inställd på.
export PYTHONUTF8 := 1
export PYTHONIOENCODING := utf-8
export LC_ALL := C.UTF-8

# Vems webb det gäller: make site KOMMUN=exempelkommun. Utan KOMMUN gäller inställningarna.
ifneq ($(KOMMUN),)
export SAMVERKAN_KOMMUN := $(KOMMUN)
endif
# Ja till att ersätta en webb i site/ som en annan utgivare har byggt.
export BYT_UTGIVARE

# Som om det vore en annan dag: make check DATUM=2027-01-02 säger vad den dagen kommer att säga.
ifneq ($(DATUM),)
export SAMVERKAN_DATUM := $(DATUM)
endif

# Utan dokumenten, som tar några sekunder att göra: DOKUMENT=nej make site.
export DOKUMENT

.PHONY: site serve check redigera alla kommun region granska lagändring besluta utgåva kontakter-ut kontakter-in test snabbtest langtest sabotage bench lighthouse dev granska-kod lock uppgradera migrera schema sbom verktyg audit licenser krok

site: .venv/site
	@$(SAMVERKAN) bygg

serve: .venv/site
	@$(SAMVERKAN) visa --port "$(PORT)"

redigera: .venv/site
	@$(SAMVERKAN) redigera

# SOM=github eller SOM=gitlab: beskeden så som forgen visar dem vid raden i ett förslag.
check: .venv/site
	@$(SAMVERKAN) kontrollera $(if $(SOM),--som "$(SOM)")

alla: .venv/site
	@$(SAMVERKAN) bygg --alla

kommun: .venv/site
	@$(SAMVERKAN) kommun "$(KOMMUN)"

# make region MAPP=…: en tom modell för en annan region.
region: .venv/site
	@$(SAMVERKAN) region "$(MAPP)"

granska: .venv/site
	@$(SAMVERKAN) granska "$(KOMMUN)" --godkänn="$(GODKÄNN)" --fil="$(FIL)"

# make besluta SAK=rutin:orosanmalan AV=Socialnämnden DAG=2026-11-22 [GÄLLER=2027-01-01] [DIARIENUMMER=…] [KOMMUN=…]
besluta: .venv/site
	@$(SAMVERKAN) besluta "$(SAK)" --av="$(AV)" --dag="$(DAG)" --gäller="$(GÄLLER)" --diarienummer="$(DIARIENUMMER)"

utgåva: .venv/site
	@$(SAMVERKAN) utgåva

lagändring: .venv/site
	@$(SAMVERKAN) lagändring "$(LAGRUM)"

migrera: .venv/site
	@$(SAMVERKAN) migrera

kontakter-ut: .venv/site
	@$(SAMVERKAN) kontakter ut "$(KOMMUN)"

kontakter-in: .venv/site
	@$(SAMVERKAN) kontakter in "$(KOMMUN)" --fil="$(FIL)" --ja="$(JA)"

test: .venv/test
	@$(PY) scripts/chromium.py
	@$(PY) -m pytest -m "not långsam"

# Allt av det som make test prövar ett av varje slag av; varje vecka, och före en utgåva.
langtest: .venv/test
	@$(PY) scripts/chromium.py
	@$(PY) -m pytest -m långsam --timeout 3600

# Sätter in ett litet fel i taget i en kopia och ser om testerna fäller det. Tar en halvtimme; FEL= väljer ut.
sabotage: .venv/test
	@$(PY) scripts/chromium.py
	@$(PY) tests/sabotage/run.py $(FEL)

# Hur lång tid vårt bygge tar bredvid andras av samma sidor. Tar några minuter; inget test mäter tid.
bench: .venv/test
	@$(PY) scripts/bench.py

# Tar några minuter och behöver Node.js; därför utanför make test.
lighthouse: .venv/test site
	@$(PY) scripts/chromium.py
	@$(PY) scripts/lighthouse.py

# Det som går fort: för den som ändrar kod. make test kör allt.
snabbtest: .venv/test
	@$(PY) -m pytest -m "not webb and not långsam"

dev: .venv/dev
	@$(PY) -m ruff format hooks scripts tests
	@$(PY) -m ruff check hooks scripts tests
	@$(PY) -m mypy

# Samma granskning som dev, utan att ändra något.
granska-kod: .venv/dev
	@$(PY) -m ruff format --check hooks scripts tests
	@$(PY) -m ruff check hooks scripts tests
	@$(PY) -m mypy

schema: .venv/site
	@$(PY) scripts/schema.py

# Låser om beroendena: lock efter en ändring i pyproject.toml, uppgradera till de nyaste versionerna.
lock: .venv/dev
	@$(SAMVERKAN) uppgradera --bara-nya

uppgradera: .venv/dev
	@$(SAMVERKAN) uppgradera

# Vad webben byggs med, för den som håller reda på programvara: CycloneDX.
sbom: .venv/site
	@$(PY) -c "from samverkan.cli.project import ROOT; from samverkan.cli.sbom import write_sbom; write_sbom(ROOT)"

# Verktygen bakom audit, licenser och krok, i en miljö för sig. Hämtar över nätet.
verktyg:
	@$(PYTHON) -m venv --clear .cache/verktyg
	@.cache/verktyg/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-tools.txt

# Har någon av de låsta versionerna en känd brist? Frågar över nätet.
audit: verktyg
	@.cache/verktyg/bin/python -m pip_audit --disable-pip --require-hashes -r requirements.txt
	@.cache/verktyg/bin/python -m pip_audit --disable-pip --require-hashes -r requirements-dev.txt
	@.cache/verktyg/bin/python -m pip_audit --disable-pip --require-hashes -r requirements-tools.txt

# Har varje fil en licens (REUSE), och är listan över det som webben byggs med aktuell?
licenser: sbom verktyg
	@git diff --exit-code sbom.cdx.json || { echo "sbom.cdx.json var gammal. Spara den nya."; exit 1; }
	@.cache/verktyg/bin/python -m reuse lint

# En gång: git kör sedan make check och make dev innan en ändring sparas.
krok: verktyg
	@.cache/verktyg/bin/python -m pre_commit install

# Varje gång: är miljön hel, och den här mappens egen? Då är det klart på en blinkning.
.venv/site: FORCE
	@command -v $(PYTHON) >/dev/null || { echo "Hittar inte $(PYTHON). Installera Python 3.11 eller senare, eller peka ut en: make site PYTHON=python3.12"; exit 1; }
	@$(PYTHON) scripts/setup_env.py requirements.txt

.venv/test: .venv/site FORCE
	@$(PYTHON) scripts/setup_env.py requirements-test.txt

.venv/dev: .venv/test FORCE
	@$(PYTHON) scripts/setup_env.py requirements-dev.txt

FORCE:
