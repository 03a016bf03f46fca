// Calls to the app. An answer is always an object, so that a lost connection is handled where it matters and nowhere thrown.
const TIMEOUT = 20_000;

export class Api {
  #token;

  /** `token`: the page's own, without which the app takes no call. */
  constructor(token) {
    this.#token = token;
  }

  /** POST of JSON → { ok, status, body }; status 0: no answer came. */
  async post(path, message) {
    try {
      const response = await fetch(`/api${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': this.#token },
        body: JSON.stringify(message),
        signal: AbortSignal.timeout(TIMEOUT),
      });
      const isJson = response.headers.get('Content-Type')?.startsWith('application/json') ?? false;
      return { ok: response.ok, status: response.status, body: isJson ? await response.json() : null };
    } catch (failure) {
      if (failure instanceof TypeError || failure instanceof SyntaxError || ['AbortError', 'TimeoutError'].includes(failure.name)) {
        return { ok: false, status: 0, body: null };
      }
      throw failure;
    }
  }

  /** The image of an item as a Blob; null: no answer came. An item that is gone is { gone: true }. */
  async image(itemId) {
    try {
      const response = await fetch(`/api/items/${encodeURIComponent(itemId)}/image`, { signal: AbortSignal.timeout(TIMEOUT) });
      if (response.ok) return await response.blob();
      return response.status === 404 || response.status === 403 ? { gone: true } : null;
    } catch (failure) {
      if (failure instanceof TypeError || ['AbortError', 'TimeoutError'].includes(failure.name)) return null;
      throw failure;
    }
  }
}
