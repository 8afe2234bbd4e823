'use client'

/** Hands a text to its owner as a file; its name says nothing but the day. */
export const saveAsFile = (at: number, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `text-${new Date(at).toISOString().slice(0, 10)}.txt`
  link.click()
  URL.revokeObjectURL(address)
}
