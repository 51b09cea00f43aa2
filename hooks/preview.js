// Loads the page again when the web has changed. A tab that nobody sees asks for nothing.
(() => {
  const seen = "VERSION";
  const ask = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(`/.preview/${seen}`);
      if ((await answer.text()) !== seen) return location.reload();
      ask();
    } catch {
      setTimeout(ask, 1000); // the preview has been stopped, and may start again
    }
  };
  document.addEventListener("visibilitychange", ask);
  ask();
})();
