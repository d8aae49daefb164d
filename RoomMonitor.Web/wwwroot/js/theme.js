// The theme, before the first paint: a classic script in the head. The choice (light, dark, or as the system has it) is in a cookie,
// so that the server renders the right page; with the automatic choice the cookie also says what the system had last.
(() => {
  const cookie = 'roommonitor-theme';
  const choices = ['auto', 'light', 'dark'];
  const system = matchMedia('(prefers-color-scheme: dark)');
  const root = document.documentElement;
  let subscriber = null;

  const choice = () => choices.includes(root.dataset.themeChoice) ? root.dataset.themeChoice : 'auto';
  const scheme = () => choice() === 'auto' ? (system.matches ? 'dark' : 'light') : choice();

  function apply() {
    root.dataset.theme = scheme();
    const value = choice() === 'auto' ? `auto-${scheme()}` : choice();
    document.cookie = `${cookie}=${value}; path=${new URL(document.baseURI).pathname}; max-age=31536000; samesite=lax`;
    label();
    subscriber?.invokeMethodAsync('OnThemeChanged', scheme() === 'dark', choice()).catch(() => { });
  }

  function label() {
    for (const button of document.querySelectorAll('[data-theme-button]')) {
      button.setAttribute('aria-label', button.dataset[choice()]);
    }
  }

  apply();
  system.addEventListener('change', apply);
  document.addEventListener('DOMContentLoaded', label);
  document.addEventListener('click', event => {
    if (event.target.closest('[data-theme-button]')) {
      // From automatic first to the other one, so that each press shows.
      const order = system.matches ? ['auto', 'light', 'dark'] : ['auto', 'dark', 'light'];
      root.dataset.themeChoice = order[(order.indexOf(choice()) + 1) % order.length];
      apply();
    }
  });

  // For the circuit: MudBlazor's theme (ThemeProvider), and the profile's page, which chooses.
  window.roomMonitorTheme = {
    choose(next) {
      root.dataset.themeChoice = next;
      apply();
    },
    subscribe(reference) {
      subscriber = reference;
      label();
      return scheme() === 'dark';
    },
    unsubscribe() {
      subscriber = null;
    },
  };
})();
