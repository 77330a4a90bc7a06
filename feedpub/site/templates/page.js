(() => {
  "use strict";
  const audio = document.querySelector("audio");

  // "#t=95" and "#t=1:35" in seconds (Media Fragments URI 1.0, section 4.2.1); null for other places.
  const secondsOf = (hash) => {
    const match = /^#t=(?:npt:)?(\d+(?::\d+){0,2}(?:\.\d+)?)(?=[,&]|$)/.exec(hash);
    return match && match[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  };

  const playFrom = (hash) => {
    const seconds = secondsOf(hash);
    if (!audio || seconds === null) return false;
    audio.currentTime = seconds;
    // A browser may refuse to play before somebody has clicked; the time is set all the same.
    audio.play().catch(() => {});
    return true;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#t=']");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey && playFrom(link.hash)) {
      event.preventDefault();
      history.replaceState(null, "", link.hash);
    }
  });
  addEventListener("hashchange", () => playFrom(location.hash));
  playFrom(location.hash);
})();
