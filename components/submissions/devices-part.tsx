import { useLocale, useTranslations } from 'next-intl'
import { ActionButton } from '@/components/forms/action-button'
import { formatTime } from '@/components/ui/time'
import { untilWords } from '@/components/ui/until-words'
import { LOCALES } from '@/lib/i18n/locales'
import { labelIn } from '@/lib/shared/labelled'
import { forgetOnDevice, revokeOwnDevice } from '@/lib/submissions/device.actions'
import type { OwnDevice } from '@/lib/submissions/device.data'

/** One's own phones: what lies on them until when, and the two ways to take it away. */
export const DevicesPart = ({ devices }: { devices: readonly OwnDevice[] }) => {
  const t = useTranslations('submissions.devices')
  const locale = LOCALES.read(useLocale())
  if (devices.length === 0) return <p className="text-muted">{t('none')}</p>
  return (
    <>
      <ul>
        {devices.map(({ id, name, preparedAt, seenAt, revokedAt, forgetOrderedAt, forgotAt, taken }) => (
          <li key={id} className="border-b border-hair py-2.5">
            <p className="break-words font-semibold">{name}</p>
            <p className="text-sm text-muted">
              {t('since', {
                prepared: formatTime(locale, preparedAt, 'moment'),
                seen: formatTime(locale, seenAt, 'moment'),
              })}
            </p>
            {forgetOrderedAt === null ? (
              taken.map((one) => (
                <p key={one.id} className="text-sm">
                  {t('taken', {
                    centre: labelIn(one.place, locale),
                    people: one.people,
                    until: untilWords(locale, one.until),
                  })}
                </p>
              ))
            ) : (
              <p className="text-sm">
                {forgotAt === null
                  ? t('ordered', { when: formatTime(locale, forgetOrderedAt, 'moment') })
                  : t('forgot', { when: formatTime(locale, forgotAt, 'moment') })}
              </p>
            )}
            {revokedAt === null ? null : <p className="text-sm">{t('revoked')}</p>}
            <div className="mt-2 flex flex-wrap gap-2">
              {forgetOrderedAt === null ? <Forget storeId={id} name={name} /> : null}
              {revokedAt === null ? <Revoke storeId={id} name={name} /> : null}
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm text-muted">{t('why')}</p>
    </>
  )
}

type Which = { readonly storeId: string; readonly name: string }

const Forget = ({ storeId, name }: Which) => {
  const t = useTranslations('submissions.devices')
  return (
    <ActionButton action={forgetOnDevice} input={{ storeId }}>
      {t('forget')}
      <span className="sr-only"> {name}</span>
    </ActionButton>
  )
}
const Revoke = ({ storeId, name }: Which) => {
  const t = useTranslations('submissions.devices')
  return (
    <ActionButton action={revokeOwnDevice} input={{ storeId }} kind="plain">
      {t('revoke')}
      <span className="sr-only"> {name}</span>
    </ActionButton>
  )
}
