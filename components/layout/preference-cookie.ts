'use client'
const YEAR = 31_536_000

/** Remembers a choice about the look or the language on this device: nothing about anyone. Null forgets it. */
export const setPreferenceCookie = (name: string, value: string | null): void => {
  const secure = location.protocol === 'https:' ? '; secure' : ''
  const age = value === null ? 0 : YEAR
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = `${name}=${encodeURIComponent(value ?? '')}; path=/; max-age=${age}; samesite=lax${secure}`
}
