import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  ChosenCertificate,
  ChosenKeyFile,
  Listening,
} from '../../../electron/contract/listening'
import { failureIn, useCommand } from '../../keyward'
import { useFailureText } from '../../ui/failure-text'
import { useFieldText } from '../../ui/field-text'
import { CertificateFacts } from './CertificateFacts'
import { FileChoice } from './FileChoice'
import { HostNamesField } from './HostNamesField'
import type { ListeningForm } from './listening-form'

type Props = { form: ListeningForm; kept: Listening['tls'] }

/** Certificate and key: chosen in the system's dialog, checked at once, and used when it is saved. */
export function TlsFields({ form, kept }: Props) {
  const { t } = useTranslation('api')
  const fieldText = useFieldText()
  const failureText = useFailureText()
  const [certificate, setCertificate] = useState<ChosenCertificate>(null)
  const [key, setKey] = useState<ChosenKeyFile>(null)
  const chooseCertificate = useCommand('gateway.chooseCertificate')
  const chooseKey = useCommand('gateway.chooseKeyFile')
  const { errors } = form.formState
  const set = (name: 'tls.certificateFile' | 'tls.keyFile', id: string) => {
    form.setValue(name, id, { shouldDirty: true })
    // Either file may be the one that cures what was said about the other.
    form.clearErrors('tls')
  }

  const failureOf = (command: { error: Error | null }) => failureIn(command.error)?.code
  const facts = certificate?.certificate ?? kept?.certificate
  return (
    <Stack spacing={2.5} sx={{ width: '100%' }}>
      {kept?.problem && !certificate && !key && (
        <Alert severity="error">{failureText({ code: kept.problem })}</Alert>
      )}
      <FileChoice
        label={t('listening.certificateFile')}
        action={t('listening.chooseCertificate')}
        hint={t('listening.certificateHint')}
        name={(certificate ?? kept?.certificateFile)?.name ?? null}
        error={fieldText(failureOf(chooseCertificate) ?? errors.tls?.certificateFile?.message)}
        busy={chooseCertificate.isPending}
        onChoose={() =>
          chooseCertificate.mutate(undefined, {
            onSuccess: (chosen) => {
              if (chosen === null) return
              setCertificate(chosen)
              set('tls.certificateFile', chosen.id)
            },
          })
        }
      >
        {facts && <CertificateFacts certificate={facts} />}
      </FileChoice>
      <FileChoice
        label={t('listening.keyFile')}
        action={t('listening.chooseKey')}
        hint={t('listening.keyHint')}
        name={(key ?? kept?.keyFile)?.name ?? null}
        error={fieldText(failureOf(chooseKey) ?? errors.tls?.keyFile?.message)}
        busy={chooseKey.isPending}
        onChoose={() =>
          chooseKey.mutate(undefined, {
            onSuccess: (chosen) => {
              if (chosen === null) return
              setKey(chosen)
              set('tls.keyFile', chosen.id)
            },
          })
        }
      >
        {(key ?? kept?.keyFile)?.readableByOthers && (
          <Alert severity="warning" sx={{ mt: 1 }}>
            {t('listening.readableByOthers')}
          </Alert>
        )}
      </FileChoice>
      <HostNamesField form={form} certificate={facts ?? null} />
    </Stack>
  )
}
