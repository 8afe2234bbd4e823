'use client'
import { useRouter } from 'next/navigation'
import type { MouseEvent, ReactNode } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import { readNotices } from '@/lib/notices/notice.actions'

type Props = {
  readonly id: string
  readonly href: string
  readonly label: string
  readonly children: ReactNode
}

/** Opens what the notice is about and marks it as read. Without an answer the page opens all the same. */
export const NoticeLink = ({ id, href, label, children }: Props) => {
  const router = useRouter()
  const open = async (event: MouseEvent): Promise<void> => {
    // Another tab, another window: the browser's own way, and the notice stays unread.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    await readNotices({ requestId: crypto.randomUUID(), input: { ids: [id] } }).catch(() => null)
    router.push(href)
    router.refresh()
  }
  return (
    <LinkButton
      size="small"
      kind="quiet"
      href={href}
      aria-label={label}
      onClick={(event) => void open(event)}
    >
      {children}
    </LinkButton>
  )
}
