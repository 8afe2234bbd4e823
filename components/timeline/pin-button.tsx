'use client'
import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { formatTime } from '@/components/ui/time'
import { pinEntry } from '@/lib/cases/pin.actions'
import type { Pin } from '@/lib/timeline/timeline.view'

/** Pins an entry for everyone who reads the file, or takes the pin away. */
export const PinButton = ({
  caseId,
  pin: { id, type, on, isPinned, pinVersion },
  name,
}: {
  caseId: string
  pin: Pin
  name: string
}) => {
  const t = useTranslations('cases.pin')
  const locale = useLocale()
  return (
    <ActionButton
      // Another state is another button: what the last press said is over.
      key={pinVersion}
      kind="plain"
      action={pinEntry}
      input={{ caseId, type, entryId: id, version: pinVersion, isPinned: !isPinned }}
      confirmation={t(isPinned ? 'unpinned' : 'pinned')}
      undo={{ caseId, type, entryId: id, isPinned }}
    >
      {isPinned ? t('unpin') : t('pin')}
      <span className="sr-only">
        : {name}, {formatTime(locale, on, 'day')}
      </span>
    </ActionButton>
  )
}
