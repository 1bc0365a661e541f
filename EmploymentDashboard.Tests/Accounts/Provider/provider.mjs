// A certified OpenID provider (node-oidc-provider) on a free port of this machine, with its own development pages, where whoever gives a name is that person.
// Arguments: redirect URI, client id and client secret. Prints its issuer on a line of its own once it answers.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const [redirectUri, clientId, clientSecret] = process.argv.slice(2);
const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{
      client_id: clientId, client_secret: clientSecret, token_endpoint_auth_method: 'client_secret_post',
      grant_types: ['authorization_code'], response_types: ['code'],
      // Of a native application the port of this machine may be any (RFC 8252, section 7.3): the dashboard's is not known yet.
      application_type: 'native', redirect_uris: [redirectUri],
    }],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, preferred_username: id.split('/')[0] }) }),
  });
  server.on('request', provider.callback());
  console.log(issuer);
});
