import { useTranslation } from 'react-i18next'
import { introspectionSample, introspectionSamples, type IntrospectionSample } from './samples'

export function useIntrospectionSamples(
  baseUrl: string,
  client: { clientId: string; secret: string },
) {
  const { t } = useTranslation('introspection')
  const [first, ...others] = introspectionSamples
  const sample = (kind: IntrospectionSample) => ({
    kind,
    label: t(`sample.${kind}`),
    text: introspectionSample(kind, baseUrl, client),
  })
  return [sample(first), ...others.map(sample)] as const
}
