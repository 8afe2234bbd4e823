import type { Answer, DevicePorts } from './ports'

const PATIENCE = 20_000
export const post = async (path: string, body: unknown): Promise<Answer | null> => {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      // What proves the author is in the seal: another account that is signed in here changes nothing.
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    })
    const json: unknown = await response.json().catch(() => null)
    return { status: response.status, body: json }
  } catch {
    return null
  }
}

/** One at a time in this browser, whatever the number of windows. */
export const locks: Pick<DevicePorts, 'exclusive' | 'ifFree'> = {
  exclusive: async (name, run) => navigator.locks.request(name, async () => run()),
  ifFree: async (name, run) => {
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock !== null) await run()
    })
  },
}
