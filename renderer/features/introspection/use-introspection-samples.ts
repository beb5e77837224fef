import { useTranslation } from 'react-i18next'
import { introspectionSample, introspectionSamples } from './samples'

export function useIntrospectionSamples(
  baseUrl: string,
  client: { clientId: string; secret: string },
) {
  const { t } = useTranslation('introspection')
  return introspectionSamples.map((kind) => ({
    kind,
    label: t(`sample.${kind}`),
    text: introspectionSample(kind, baseUrl, client),
  }))
}
