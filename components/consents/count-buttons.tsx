'use client'
import { useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { recordConsent } from '@/lib/consents/consent.actions'
import type { ConsentInput } from '@/lib/consents/consent.schema'

/** The answer that is given most, by one press: whether they may be counted. What else there is to say has the form below. */
export const CountButtons = ({
  given,
  refused,
  name,
}: {
  given: ConsentInput
  refused: ConsentInput
  name: string
}) => {
  const t = useTranslations('consents')
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <p className="basis-full">{t('count.question')}</p>
      {[given, refused].map((input) => (
        <ActionButton key={input.answer} action={recordConsent} input={input}>
          {t(input.answer === 'given' ? 'count.yes' : 'count.no')}
          <span className="sr-only">: {name}</span>
        </ActionButton>
      ))}
    </div>
  )
}
