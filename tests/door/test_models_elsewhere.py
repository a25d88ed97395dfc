"""The tables for models in R, and in lifelines, which asks for another pandas than the build's."""

import subprocess
import venv

from scripts.schema import ROOT
from tests.door.needs import needs
from tests.test_wheel import build_dists

IN_R = """
options(warn = 2)
cabinets <- read.csv("data/tables/model_cabinets.csv", na.strings = "")
fitted <- lm(duration_days ~ n_parties + is_majority_tk, cabinets)
cat(length(fitted$residuals), sum(complete.cases(
  cabinets[c("duration_days", "n_parties", "is_majority_tk")])), "\\n")
stopifnot(is.logical(cabinets$is_event), is.numeric(cabinets$coalition_share))
formations <- read.csv("data/tables/model_formations.csv", na.strings = "")
print(coef(glm(days ~ n_parties + is_post_election, poisson, formations)))
"""

IN_LIFELINES = """
import dutchcabinets as dc
from lifelines import AalenJohansenFitter, CoxPHFitter, KaplanMeierFitter

cabinets = dc.load("model_cabinets").dropna(subset=["duration_days"])
curve = KaplanMeierFitter().fit(cabinets["duration_days"], cabinets["is_event"])
assert 300 < curve.median_survival_time_ < 1500, curve.median_survival_time_
usual = cabinets[cabinets["coalition_gap"].isna()]
columns = ["duration_days", "is_event", "n_parties", "coalition_share"]
cox = CoxPHFitter().fit(usual[columns], "duration_days", "is_event")
assert cox.summary.shape[0] == 2
cox = CoxPHFitter().fit(usual[columns], "duration_days", "is_event", formula="n_parties")
assert cox.summary.shape[0] == 1
way = usual["end_class"].map({"technical": 1, "discretionary": 2}).fillna(0)
risk = AalenJohansenFitter(calculate_variance=False, seed=1)
risk.fit(usual["duration_days"], way, event_of_interest=2)
assert 0 < risk.cumulative_density_.iloc[-1, 0] < 1
"""


def test_models_in_r():
    """Catch a CSV for models that R reads with other types, or on which a formula fails."""
    needs("Rscript", ["r-base-core"])
    result = subprocess.run(
        ["Rscript", "-e", IN_R], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert result.returncode == 0, result.stderr
    used, complete = result.stdout.split()[:2]
    assert used == complete


def test_models_in_lifelines(tmp_path):
    """Catch a type or column of the tables for models that lifelines does not take as it is."""
    wheel, _ = build_dists(tmp_path)
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    command = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    result = subprocess.run([*command, str(wheel), "lifelines"], capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    result = subprocess.run(
        [python, "-W", "ignore", "-c", IN_LIFELINES], capture_output=True, text=True, cwd=tmp_path
    )
    assert result.returncode == 0, result.stderr
