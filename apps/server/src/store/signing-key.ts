/** The server's Ed25519 key for checkpoints, made at the first start and kept in the data folder. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Signer } from './log.ts'

export async function openSigningKey(dataFolder: string): Promise<Signer> {
  const file = join(dataFolder, 'log-signing-key.pem')
  const pem = await readFile(file, 'utf8').catch(() => undefined)
  const privateKey = pem === undefined ? generateKeyPairSync('ed25519').privateKey : createPrivateKey(pem)
  if (pem === undefined) {
    await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  }
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  if (x === undefined) throw new Error(`${file} holds no Ed25519 key; restore it from your backup`)
  return {
    publicKey: new Uint8Array(Buffer.from(x, 'base64url')),
    sign: (message) => sign(null, message, privateKey),
  }
}
