'use client'
import { useTranslations } from 'next-intl'
import { LinkToCopy } from '@/components/forms/link-to-copy'
import { Button } from '@/components/ui/button'

/** A link by which a colleague comes in, once. */
export const InvitationLink = ({
  words,
  href,
  onDone,
}: {
  words: { ready: string; label: string; copied: string; done: string }
  href: string
  onDone: () => void
}) => {
  const t = useTranslations('accounts.invite')
  return (
    <div className="grid gap-3">
      <p>{words.ready}</p>
      <LinkToCopy label={words.label} href={href} words={{ copy: t('copy'), copied: words.copied }}>
        <Button kind="quiet" onClick={onDone}>
          {words.done}
        </Button>
      </LinkToCopy>
    </div>
  )
}
