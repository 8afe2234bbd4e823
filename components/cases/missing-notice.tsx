import { useTranslations } from 'next-intl'
import { InlineLink } from '@/components/ui/inline-link'
import { Notice } from '@/components/ui/notice'
import { useWhenLabels } from '@/components/ui/when-labels'
import type { CaseHeader } from '@/lib/cases/case-header.data'

/** While a minor of a file is missing: since when, and the way to whom one tells. */
export const MissingNotice = ({
  caseHeader,
  event: { personId, on },
  href,
}: {
  caseHeader: CaseHeader
  event: CaseHeader['missing'][number]
  href: string
}) => {
  const t = useTranslations('guardianship')
  const tc = useTranslations('cases')
  const { say } = useWhenLabels()
  const person = [...caseHeader.people, ...caseHeader.former].find((one) => one.id === personId)
  return (
    <Notice
      kind="error"
      title={t('missingSince', {
        name: person?.names[0]?.text ?? tc('noName'),
        on: on === null ? t('onUnknown') : say(on),
      })}
    >
      <InlineLink href={href}>{t('toldTitle')}</InlineLink>
    </Notice>
  )
}
