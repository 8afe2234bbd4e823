import { useTranslations } from 'next-intl'
import { FileLink } from '@/components/layout/file-link'
import { Card } from '@/components/ui/card'

/** The circles that would have fewer than two left without oneself: what one hands on before leaving. */
export const StillNeededCard = ({
  held,
}: {
  held: readonly { readonly id: string; readonly code: string }[]
}) => {
  const t = useTranslations('circles.held')
  return (
    <Card as="section" label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="mt-2">{t('what')}</p>
      <ul className="mt-2 flex flex-wrap gap-x-4">
        {held.map(({ id, code }) => (
          <li key={id}>
            <FileLink code={code} id={id} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
