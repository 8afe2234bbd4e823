import { useLocale, useTranslations } from 'next-intl'
import { formatTime } from '@/components/ui/time'
import type { HelpBody } from '@/lib/referrals/body.data'
import { dialled } from '@/lib/referrals/phone.rules'

type Numbered = Pick<HelpBody, 'phone' | 'source' | 'readOn' | 'checkedOn'>

/** The number of a body as it is dialled, when and where it was read, and that no one of us called it, if no one did. */
export const useBodyLabels = () => {
  const t = useTranslations('referrals')
  const locale = useLocale()
  return ({ phone, source, readOn, checkedOn }: Numbered) => ({
    href: phone === null ? null : `tel:${dialled(phone)}`,
    read: readOn === null ? null : t('readOn', { on: formatTime(locale, readOn, 'day') }),
    host: source === null ? null : new URL(source).host,
    checked:
      checkedOn === null ? t('notChecked') : t('checkedOn', { on: formatTime(locale, checkedOn, 'day') }),
  })
}
