import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** As high as a finger, without drawing the lines around it apart. */
const Call = ({ children }: { children: string }) => (
  <a href={`tel:${children}`} className="num -my-2.5 inline-block px-1 py-2.5 font-semibold">
    {children}
  </a>
)

/** Danger comes before every other question: the two numbers are on the page whatever was answered. It asks nothing; the form does. */
export const DangerBand = ({ isNow }: { isNow: boolean }) => {
  const t = useTranslations('trafficking')
  const says = (
    <p>
      {t.rich(isNow ? 'dangerCall' : 'dangerCallIf', {
        emergency: () => <Call>112</Call>,
        police: () => <Call>101</Call>,
        rest: (words) => <span className="max-sm:sr-only">{words}</span>,
      })}
    </p>
  )
  return isNow ? (
    <Notice kind="error" title={t('dangerYes')}>
      {says}
    </Notice>
  ) : (
    // A line and no box: red is for what is true now.
    <div className="border-b border-hair bg-paper py-1">{says}</div>
  )
}
