import { useTranslations } from 'next-intl'
import { Fold } from '@/components/ui/fold'
import { Table } from '@/components/ui/table'
import type { FieldGroup } from './letter-labels'

const isList = (key: string): boolean => key !== '' && key !== 'own' && key !== 'own_sensitive'

/** Every field that a template may name, by subject. */
export const FieldList = ({ groups }: { groups: readonly FieldGroup[] }) => {
  const t = useTranslations('letters.editor')
  return (
    <div>
      <p className="max-w-prose pb-2 text-muted">{t('fieldsWhat')}</p>
      {groups.map(({ key, title, rows }) => (
        <Fold key={key} label={title}>
          {isList(key) ? (
            <p className="pb-1 text-sm">
              <code translate="no">{`{#${key}} … {/${key}}`}</code>
            </p>
          ) : null}
          <Table
            caption={title}
            rows={rows}
            rowKey={({ tag }) => tag}
            isDense
            columns={[
              {
                key: 'tag',
                head: t('fieldName'),
                cell: ({ tag }) => (
                  <code translate="no" className="wrap-anywhere">
                    {`{${tag}}`}
                  </code>
                ),
              },
              { key: 'means', head: t('fieldMeans'), cell: ({ means }) => <bdi>{means}</bdi> },
              { key: 'example', head: t('fieldExample'), cell: ({ example }) => example },
              { key: 'readers', head: t('fieldReaders'), cell: ({ readers }) => readers },
            ]}
          />
        </Fold>
      ))}
    </div>
  )
}
