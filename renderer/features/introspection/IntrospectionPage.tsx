import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { PageHeader } from '../../ui/PageHeader'
import { PageTabs } from '../../ui/PageTabs'
import { Addresses } from './Addresses'

const paths = { credentials: '/api/introspection', samples: '/api/introspection/samples' } as const
type Props = { tab: keyof typeof paths; children: ReactNode }

/** Where other systems ask what a token is, and who of them may. */
export function IntrospectionPage({ tab, children }: Props) {
  const { t } = useTranslation('introspection')
  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} />
      <Addresses />
      <PageTabs
        label={t('tabs')}
        current={tab}
        tabs={(['credentials', 'samples'] as const).map((name) => ({
          name,
          label: t(`tab.${name}`),
          to: paths[name],
        }))}
      >
        {children}
      </PageTabs>
    </>
  )
}
