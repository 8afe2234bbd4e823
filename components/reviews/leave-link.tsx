'use client'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { LinkButton } from '@/components/ui/link-button'
import type { Saves } from './use-saves'

/** The way out of the pane: not before what was decided has reached the server, or the next page would not know of it. */
export const LeaveLink = ({ href, saves, children }: { href: string; saves: Saves; children: ReactNode }) => {
  const router = useRouter()
  return (
    <LinkButton
      kind="plain"
      size="small"
      href={href}
      onClick={(event) => {
        if (saves.isClean || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        void saves.whenSent().then(() => router.push(href))
      }}
    >
      {children}
    </LinkButton>
  )
}
