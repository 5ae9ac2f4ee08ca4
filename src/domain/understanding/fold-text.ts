/** What people type for longer words; only forms that cannot be read otherwise. */
const short: Readonly<Record<string, string>> = {
  ...{ pk: 'pourquoi', pkoi: 'pourquoi', pq: 'pourquoi', pcq: 'parce que', bcp: 'beaucoup', bjr: 'bonjour' },
  ...{ bsr: 'bonsoir', slt: 'salut', tjs: 'toujours', tjrs: 'toujours', tt: 'tout', ts: 'tous', ds: 'dans' },
  ...{ pb: 'probleme', pbs: 'problemes', pblm: 'probleme', svp: 's il vous plait', stp: 's il te plait' },
  ...{ qd: 'quand', qqn: 'quelqu un', qqch: 'quelque chose', rdv: 'rendez vous', tel: 'telephone', tph: 'telephone' },
  ...{ mtn: 'maintenant', jms: 'jamais', vs: 'vous', ns: 'nous', mdp: 'mot de passe', abo: 'abonnement' },
  ...{ abt: 'abonnement', mdr: 'rire', ptdr: 'rire', lol: 'rire', ntm: 'insulte', fdp: 'insulte', tg: 'insulte' },
  ...{ pls: 'please', plz: 'please', thx: 'thanks', thks: 'thanks', tks: 'thanks', u: 'you', ur: 'your', r: 'are' },
  ...{ bc: 'because', cuz: 'because', dont: 'don t', cant: 'can t', wont: 'won t', doesnt: 'doesn t', im: 'i m' },
};

const token = /\p{L}+|\p{N}+|\p{Extended_Pictographic}|[!?€£$%]/gu;

/**
 * The text as models read it: lower case without accents, addresses and names of accounts as one word each, digits by how
 * many there are, letters that are drawn out shortened, short forms written out.
 */
export function foldText(text: string): string[] {
  const plain = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/https?:\/\/\S+|\bwww\.\S+|\bhttps?\b/gu, ' urlx ')
    .replace(/@[\w.]+/gu, ' userx ')
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/([!?])\1+/gu, '$1$1')
    .replace(/œ/gu, 'oe')
    .replace(/\d/gu, '0');
  return (plain.match(token) ?? []).flatMap((word) => short[word]?.split(' ') ?? word);
}
