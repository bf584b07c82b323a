// Asks the API and follows its events. The token, where one is needed, is asked for once and kept for the tab.

const TOKEN = 'pactwatch-token';
const RETRY_MILLIS = 3000;
/** Longer than the heartbeat of the server: a stream that is silent for so long is broken. */
const SILENCE_MILLIS = 40000;

let asking;

/** The JSON at a path. Throws an error whose message can be shown. */
export async function ask(path, parameters = {}) {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value)).toString();
  const response = await authorized(query ? `${path}?${query}` : path, {});
  if (!response.ok) {
    throw new Error((await response.text()).trim() || `The monitor answered ${response.status}.`);
  }
  return response.json();
}

/**
 * Follows the events until the tab is closed.
 * @param onEvent gets name and data
 * @param onState gets true when connected, false when not
 */
export async function follow(onEvent, onState) {
  for (;;) {
    const abort = new AbortController();
    try {
      const response = await authorized('/api/events', { signal: abort.signal });
      if (!response.ok) {
        throw new Error(`events: ${response.status}`);
      }
      onState(true);
      await read(response.body.getReader(), onEvent, abort);
    } catch {
      // Said by the state; tried again below.
    }
    onState(false);
    await new Promise((resolve) => setTimeout(resolve, RETRY_MILLIS));
  }
}

async function read(reader, onEvent, abort) {
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const silence = setTimeout(() => abort.abort(), SILENCE_MILLIS);
    const { done, value } = await reader.read();
    clearTimeout(silence);
    if (done) {
      return;
    }
    text += decoder.decode(value, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      dispatch(text.slice(0, end), onEvent);
      text = text.slice(end + 2);
    }
  }
}

function dispatch(frame, onEvent) {
  const field = (name) => frame.split('\n').find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
  const name = field('event');
  if (name) {
    onEvent(name, JSON.parse(field('data') ?? '{}'));
  }
}

async function authorized(path, options) {
  for (let refused = false; ; refused = true) {
    const token = sessionStorage.getItem(TOKEN);
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    let response;
    try {
      response = await fetch(path, { ...options, headers });
    } catch (problem) {
      throw new Error('The monitor does not answer; is it running?', { cause: problem });
    }
    if (response.status !== 401) {
      return response;
    }
    if (sessionStorage.getItem(TOKEN) === token) {
      await (asking ??= askForToken(refused || token !== null).finally(() => { asking = undefined; }));
    }
  }
}

function askForToken(refused) {
  const dialog = document.getElementById('token-dialog');
  const input = document.getElementById('token-input');
  if (refused) {
    document.getElementById('token-message').textContent = 'That token is not the one of this console. Try again.';
  }
  input.value = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      sessionStorage.setItem(TOKEN, input.value.trim());
      resolve();
    }, { once: true });
  });
}
