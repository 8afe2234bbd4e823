'use client'
import { useEffect } from 'react'

/**
 * The words in the tab. The plain title of the root layout stands for pages without words of their own, arrives when Next
 * likes and wins as the first one in the head; so this one is put back whenever the head changes. A form may put
 * "Error:" before it.
 */
export const TabTitle = ({ text }: { text: string }) => {
  useEffect(() => {
    const put = (): void => {
      // A page that someone hid has other words in its tab.
      if (document.documentElement.hasAttribute('data-quiet')) return
      if (!document.title.endsWith(text)) document.title = text
    }
    put()
    const observer = new MutationObserver(put)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [text])
  return null
}
