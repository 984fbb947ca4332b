#!/usr/bin/env python3
"""Computes the answer of every question marked `script` from the raw JSON of the dataset by its reading, and compares.

Usage: check.py [DATA_DIR]     (default: data/cisconf-2000 under the current directory)
       check.py DATA_DIR -e "READING"     prints one answer
It shares no code with the app. The language is defined in README.md.
"""
import csv, glob, itertools, json, os, re, sys
from fractions import Fraction
from hashlib import sha256

DATA = sys.argv[1] if len(sys.argv) > 1 else 'data/cisconf-2000'
HERE = os.path.dirname(os.path.abspath(__file__))
C = {os.path.basename(p)[:-5]: json.load(open(p, encoding='utf-8')) for p in glob.glob(DATA + '/*.json')}
STATES = sorted(s['id'] for s in C['states'])
STATE = {s['id']: s for s in C['states']}
INSTR = [i['id'] for i in C['instruments']]
CELL = {(p['state'], p['instrument']): p for p in C['participation']}
MADE = ('concluded', 'signed', 'partly-ratified', 'ratified', 'in-force')
ORDER = ('attempted', 'negotiating', 'concluded', 'signed', 'partly-ratified', 'ratified', 'in-force')
COUNTRY = {a['id'] for a in C['actors'] if a['kind'] == 'country'}
KINDS = 'lookup count filter pair set rank comparison date figure who-said-what trap'.split()


class Bad(Exception):
    pass


class NotApplicable(Exception):
    """A state as its own partner: it stands in no list of the question."""


def in_range(date, rng):
    a, _, b = rng.partition('..')
    if '..' not in rng:
        b = a
    date = date.split('/')[0].lstrip('.') or date.split('/')[-1]
    return (not a or date[:len(a)] >= a) and (not b or date[:len(b)] <= b)


def acts(state, inst):
    return [a for i in INSTR for a in CELL[state, i].get('acts', []) if a['instrument'] == inst]


def kwargs(text):
    out = []
    for part in filter(None, (t.strip() for t in (text or '').split(','))):
        k, eq, v = part.partition('=')
        out.append((k, v if eq else True))
    return out


# --- rows of a collection: field -> list of strings -------------------------------------------------------------
def fields(coll, r):
    f = {'id': [r['id']] if 'id' in r else []}
    for k in ('theme', 'population', 'actor'):
        f[k] = r.get(k + 's', [])
    if coll == 'findings':
        f.update(polarity=[r['polarity']], scope=[r['scope']['kind']], about=r['scope'].get('states', []),
                 voice=[v['kind'] for v in r['voices']], of=[v['state'] for v in r['voices'] if 'state' in v],
                 by=[v['actor'] for v in r['voices'] if 'actor' in v], period=r.get('period', []),
                 quantifier=[v['quantifier'] for v in r['voices'] if 'quantifier' in v],
                 section=[r['section']], quantity=['yes'] if 'quantity' in r else [],
                 **{'except': r['scope'].get('except', [])},
                 voices=['%s:%s' % (v['kind'], v['state']) for v in r['voices'] if 'state' in v])
    elif coll == 'agreements':
        f.update(party=r['parties'], status=[r['status']] + (['made'] if r['status'] in MADE else []),
                 dated=[r[k] for k in ('dated', 'signed', 'effective') if k in r],
                 unnamed=['yes'] if 'parties_unnamed' in r else [],
                 states=[str(sum(p in STATES for p in r['parties']))],
                 outside=[p for p in r['parties'] if p in COUNTRY], not_ratified_by=r.get('not_ratified_by', []))
    elif coll == 'laws':
        f.update(state=[r['state']], kind=[r['kind']], status=[r['status']], date=[r['date']] if 'date' in r else [])
    elif coll == 'bodies':
        f.update(state=r['states'], event=[e['kind'] for e in r['events']],
                 date=[e['date'] for e in r['events'] if 'date' in e],
                 change=[e['kind'] + '@' + e['date'] for e in r['events'] if 'date' in e])
    elif coll == 'assistance':
        f.update(by=r['from'], to=r['to'], kind=[r['kind']], date=[r['date']] if 'date' in r else [],
                 planned=['yes'] if r.get('planned') else [], done=[] if r.get('planned') else ['yes'])
    elif coll == 'positions':
        h = r.get('holder', {})
        f.update(approach=[r['approach']], stance=[r['stance']], holder=[h['kind']] if h else ['all'],
                 state=[h['state']] if 'state' in h else [], unnamed=['yes'] if 'unnamed' in h else [])
    elif coll == 'events':
        f.update(kind=[r['kind']], date=[r['date']], state=r.get('states', []), planned=['yes'] if r.get('planned') else [])
    elif coll == 'instruments':
        f.update(party=[s for s in STATES if CELL[s, r['id']]['party']],
                 parties=[str(sum(CELL[s, r['id']]['party'] for s in STATES))], adopted=[str(r['adopted'])])
    elif coll == 'indicators':
        f.update(kind=[r['kind']], value=[str(r['value'])], total=['yes'] if 'cumulative' in r else [])
    elif coll == 'working_groups':
        f.update(kind=[r['kind']], founded=[r['founded']] if 'founded' in r else [],
                 lead=[x['actor'] for x in r['leads'] if x['role'] in ('lead', 'de-facto')])
    elif coll == 'schemes':
        f.update(by=r['proposed_by'])
    elif coll == 'actors':
        f.update(kind=[r['kind']])
    return f


def row_atom(coll, r, name, arg, op, val):
    if coll == 'instruments' and name == 'acted':
        return 'T' if any(in_range(a['date'], val) for a in CELL[arg, r['id']].get('acts', [])) else 'F'
    f = fields(coll, r)
    if name not in f:
        raise Bad('field %s of %s' % (name, coll))
    have = f[name]
    if not op:
        return 'T' if have else 'F'
    if op == '=':
        if '..' in val:
            return 'T' if any(in_range(h, val) for h in have) else 'F'
        if name in ('date', 'dated'):
            return 'T' if any(in_range(h, val) for h in have) else 'F'
        return 'T' if any(h in val.split(',') for h in have) else 'F'
    return 'T' if any(cmp(float(h), op, float(val)) for h in have) else 'F'


def cmp(a, op, b):
    return {'=': a == b, '>=': a >= b, '<=': a <= b, '>': a > b, '<': a < b}[op]


def match(coll, r, kw):
    return all(row_atom(coll, r, k, None, '' if v is True else '=', v) == 'T' for k, v in kw)


# --- states: predicates with the values T, F, U (silent), E (ended) ----------------------------------------------
OPEN = {'agreement': ('agreements', 'party'), 'law': ('laws', 'state'), 'body': ('bodies', 'state'),
        'assisted': ('assistance', 'to'), 'says': ('findings', 'of'), 'named': ('findings', 'about')}


def rows_of(state, name, kw):
    coll, role = OPEN[name]
    out = []
    for r in C[coll]:
        if state not in fields(coll, r)[role]:
            continue
        k2 = []
        for k, v in kw:
            if name == 'agreement' and k == 'with':
                k, v = 'party', v
            k2.append((k, v))
        if name == 'says':
            voice = dict(kw).get('voice', 'government')
            if '%s:%s' % (voice, state) not in fields(coll, r)['voices']:
                continue
            k2 = [x for x in k2 if x[0] != 'voice']
        if match(coll, r, k2):
            out.append(r)
    return out


def partners(state, cis):
    out = set()
    for r in C['agreements']:
        if r['status'] in MADE and state in r['parties']:
            out |= {p for p in r['parties'] if p != state and (p in STATES or (not cis and p in COUNTRY))}
    return out


def number(state, attr, arg):
    if attr == 'instruments':
        return sum(CELL[state, i]['party'] for i in INSTR)
    if attr == 'partners':
        return len(partners(state, False))
    if attr == 'cis_partners':
        return len(partners(state, True))
    if attr in OPEN:
        return len(rows_of(state, attr, kwargs(arg)))
    raise Bad('attribute ' + attr)


def state_atom(_, s, name, arg, op, val):
    if name == 'party':
        return 'T' if CELL[s, arg]['party'] else 'F'
    if name == 'joined':
        p = CELL[s, arg]
        return 'F' if not p['party'] else 'U' if p['period'] is None else 'T' if p['period'] == val else 'F'
    if name == 'acted':
        return 'T' if any(in_range(a['date'], val) for a in acts(s, arg)) else 'F'
    if name == 'central_body':
        b = STATE[s]['central_body']
        if not b['value']:
            return 'F'
        if 'until' in b:
            return {'now': 'F', 'ever': 'T'}.get(arg, 'E')
        return 'T'
    if name == 'group':
        scheme, g = arg.split(',')
        return 'T' if s in group(scheme, g) else 'F'
    if name == 'state':
        return 'T' if s in arg.split(',') else 'F'
    if name == 'ratified':
        got = 'U'
        for r in C['agreements']:
            if s in r['parties'] and arg in r['parties'] and s != arg:
                if r['status'] in ('ratified', 'in-force'):
                    return 'T'
                if r['status'] == 'partly-ratified':
                    got = 'F' if s in r['not_ratified_by'] else 'T'
        return got
    if name in ('position', 'ngo_position'):
        holder = 'government' if name == 'position' else 'ngo'
        kw = kwargs(arg) + [('holder', holder), ('state', s)]
        return 'T' if any(match('positions', r, kw) for r in C['positions']) else 'U'
    if op and (name in ('instruments', 'partners', 'cis_partners') or name in OPEN):
        return 'T' if cmp(number(s, name, arg), op, float(val)) else 'F'
    if name in OPEN:
        if ('with', s) in kwargs(arg):
            raise NotApplicable
        return 'T' if rows_of(s, name, kwargs(arg)) else 'U'
    raise Bad('predicate ' + name)


def group(scheme, g):
    for sc in C['schemes']:
        if sc['id'] == scheme:
            for x in sc['groups']:
                if x['id'] == g:
                    return x['states']
    raise Bad('group %s:%s' % (scheme, g))


# --- pairs ------------------------------------------------------------------------------------------------------
def record(s):
    return {i for i in INSTR if CELL[s, i]['party']}


def jaccard(a, b):
    return Fraction(len(record(a) & record(b)), len(record(a) | record(b)))


def furthest(a, b):
    best = None
    for r in C['agreements']:
        if a in r['parties'] and b in r['parties'] and r['status'] in ORDER:
            if best is None or ORDER.index(r['status']) > ORDER.index(best):
                best = r['status']
    return best


def together(a, b):
    return [r['id'] for r in C['findings'] if {a, b} <= set(r['scope'].get('states', []))]


def pair_atom(_, p, name, arg, op, val):
    a, b = p
    if name == 'jaccard':
        return 'T' if cmp(jaccard(a, b), op, Fraction(val)) else 'F'
    if name == 'common':
        return 'T' if cmp(len(record(a) & record(b)), op, float(val)) else 'F'
    if name == 'together':
        return 'T' if cmp(len(together(a, b)), op, float(val)) else 'F'
    if name == 'furthest':
        f = furthest(a, b)
        return 'U' if f is None else 'T' if f == val else 'F'
    if name == 'agreement':
        kw = [('party', a), ('party', b)] + kwargs(arg)
        return 'T' if any(match('agreements', r, kw) for r in C['agreements']) else 'U'
    if name == 'with':
        return 'T' if arg in p else 'F'
    if name == 'same':
        sc = next(x for x in C['schemes'] if x['id'] == arg)
        return 'T' if any(a in g['states'] and b in g['states'] for g in sc['groups']) else 'F'
    if name == 'both':
        return three('and', state_cond(arg.replace('[', '(').replace(']', ')'), a), state_cond(arg.replace('[', '(').replace(']', ')'), b))
    raise Bad('pair predicate ' + name)


# --- conditions -------------------------------------------------------------------------------------------------
RANK = {'F': 0, 'U': 1, 'E': 1, 'T': 2}
TOKEN = re.compile(r'\s*(?:(\()|(\))|(and|or|not)(?=[\s(])|([a-z_]+)(\([^()]*\))?(?:(>=|<=|=|>|<)([^\s()]+))?)')


def three(op, a, b):
    if RANK[a] == RANK[b]:
        return a if a == b else 'U'
    return (min if op == 'and' else max)(a, b, key=RANK.get)


def parse(text):
    toks, i = [], 0
    text = text.strip()
    while i < len(text):
        m = TOKEN.match(text, i)
        if not m or m.end() == i:
            raise Bad('condition at ' + text[i:])
        toks.append(m.groups())
        i = m.end()
    pos = 0

    def peek():
        return toks[pos] if pos < len(toks) else (None,) * 7

    def take():
        nonlocal pos
        pos += 1
        return toks[pos - 1]

    def unary():
        t = peek()
        if t[2] == 'not':
            take()
            return ('not', unary())
        if t[0]:
            take()
            e = alt()
            if not take()[1]:
                raise Bad('parenthesis in ' + text)
            return e
        t = take()
        if not t[3]:
            raise Bad('condition ' + text)
        return ('atom', t[3], t[4][1:-1] if t[4] else None, t[5], t[6])

    def conj():
        e = unary()
        while peek()[2] == 'and':
            take()
            e = ('and', e, unary())
        return e

    def alt():
        e = conj()
        while peek()[2] == 'or':
            take()
            e = ('or', e, conj())
        return e

    e = alt()
    if pos != len(toks):
        raise Bad('rest of ' + text)
    return e


def holds(e, atom, coll, x):
    if e[0] == 'atom':
        return atom(coll, x, *e[1:])
    if e[0] == 'not':
        return {'T': 'F', 'F': 'T'}.get(v := holds(e[1], atom, coll, x), v)
    return three(e[0], holds(e[1], atom, coll, x), holds(e[2], atom, coll, x))


def state_cond(text, s):
    return holds(parse(text), state_atom, 'states', s)


def select(coll, cond):
    if coll == 'states':
        items, atom, name = STATES, state_atom, str
    elif coll == 'pairs':
        items, atom, name = list(itertools.combinations(STATES, 2)), pair_atom, '-'.join
    else:
        items, atom, name = C[coll], row_atom, lambda r: r['id']
    e = parse(cond) if cond else None
    got = {'T': [], 'F': [], 'U': [], 'E': []}
    for x in items:
        try:
            got[holds(e, atom, coll, x) if e else 'T'].append(name(x))
        except NotApplicable:
            pass
    return got


def ids(xs):
    return ','.join(sorted(xs)) or 'none'


def tail(got, star):
    out = ''
    if got['E']:
        out += ';ended:' + ids(got['E'])
    if star and got['U']:
        out += ';silent:' + ids(got['U'])
    return out


def frac(n, d):
    return '%d/%d' % (n, d)


def attr_of(text):
    m = re.fullmatch(r'([a-z_]+)(?:\((.*)\))?', text.strip())
    return m.group(1), m.group(2)


def ranking(attr, cond):
    a, arg = attr_of(attr)
    ss = select('states', cond)['T']
    by = {}
    for s in ss:
        by.setdefault(number(s, a, arg), []).append(s)
    return sorted(by.items(), reverse=True)


def answer(q):
    q = q.strip()
    m = re.fullmatch(r'(count|list)(\*?) (\w+)(?: where (.*))?', q)
    if m:
        verb, star, coll, cond = m.groups()
        got = select(coll, cond)
        closed = coll in ('instruments', 'indicators')
        if not got['T'] and not closed and not got['E'] and not star and (got['U'] or coll not in ('states', 'pairs')):
            return 'silent'
        head = str(len(got['T'])) if verb == 'count' else ids(got['T'])
        return head + tail(got, star)
    m = re.fullmatch(r'is ([A-Z]{3}) where (.*)', q)
    if m:
        s, cond = m.groups()
        return {'T': 'yes', 'F': 'no', 'U': 'silent', 'E': 'ended:' + STATE[s]['central_body'].get('until', '')}[state_cond(cond, s)]
    m = re.fullmatch(r'(get|compare) ([A-Z]{3}(?:,[A-Z]{3})*) by (.*)', q)
    if m:
        a, arg = attr_of(m.group(3))
        ss = m.group(2).split(',')
        show = {s: str(number(s, a, arg) or ('silent' if a in OPEN or 'partners' in a else 0)) for s in sorted(ss)}
        return show[ss[0]] if m.group(1) == 'get' else ';'.join('%s=%s' % x for x in show.items())
    m = re.fullmatch(r'(rank|most|least) states by (.*?)(?: where (.*))?', q)
    if m:
        r = ranking(m.group(2), m.group(3))
        mute = attr_of(m.group(2))[0] in OPEN or 'partners' in m.group(2)
        show = ['%d:%s' % (n, ids(ss)) for n, ss in r if n or not mute]
        if mute and m.group(1) == 'rank':
            show += ['silent:' + ids(ss) for n, ss in r if not n]
        return {'rank': ';'.join(show), 'most': show[0], 'least': show[-1]}[m.group(1)]
    m = re.fullmatch(r'table states by (.*?)(?: where (.*))?', q)
    if m:
        a, arg = attr_of(m.group(1))
        return ';'.join('%s=%d' % (s, number(s, a, arg)) for s in select('states', m.group(2))['T'])
    m = re.fullmatch(r'(most|least) instruments by parties', q)
    if m:
        n = {i: sum(CELL[s, i]['party'] for s in STATES) for i in INSTR}
        k = (max if m.group(1) == 'most' else min)(n.values())
        return '%d:%s' % (k, ids(i for i in n if n[i] == k))
    m = re.fullmatch(r'rank instruments by parties', q)
    if m:
        by = {}
        for i in INSTR:
            by.setdefault(sum(CELL[s, i]['party'] for s in STATES), []).append(i)
        return ';'.join('%d:%s' % (k, ids(v)) for k, v in sorted(by.items(), reverse=True))
    m = re.fullmatch(r'mean (\S+) where (.*)', q)
    if m:
        a, arg = attr_of(m.group(1))
        ss = select('states', m.group(2))['T']
        if len(ss) < 2:
            return 'refuse:group-of-one'
        return frac(sum(number(s, a, arg) for s in ss), len(ss))
    m = re.fullmatch(r'share states where (.*) of (.*)', q)
    if m:
        base = select('states', m.group(2))['T']
        got = {'T': [], 'F': [], 'U': [], 'E': []}
        for s in base:
            got[state_cond(m.group(1), s)].append(s)
        return frac(len(got['T']), len(base)) + tail(got, '')
    m = re.fullmatch(r'groups (\S+) by (mean )?(.*)', q)
    if m:
        sc = next(x for x in C['schemes'] if x['id'] == m.group(1))
        out = []
        for g in sorted(sc['groups'], key=lambda g: g['id']):
            if m.group(2):
                a, arg = attr_of(m.group(3))
                v = frac(sum(number(s, a, arg) for s in g['states']), len(g['states'])) if len(g['states']) > 1 else 'group-of-one'
            else:
                v = frac(sum(state_cond(m.group(3), s) == 'T' for s in g['states']), len(g['states']))
            out.append(g['id'] + '=' + v)
        return ';'.join(out)
    m = re.fullmatch(r'members (\S+):(\S+)', q)
    if m:
        return ids(group(*m.groups()))
    m = re.fullmatch(r'group_of ([A-Z]{3}) in (\S+)', q)
    if m:
        sc = next(x for x in C['schemes'] if x['id'] == m.group(2))
        return ids(g['id'] for g in sc['groups'] if m.group(1) in g['states'])
    m = re.fullmatch(r'pair ([A-Z]{3}) ([A-Z]{3}) (\w+)', q)
    if m:
        a, b, what = m.groups()
        ra, rb = record(a), record(b)
        if what == 'jaccard':
            return frac(len(ra & rb), len(ra | rb))
        if what == 'common':
            return str(len(ra & rb))
        if what == 'both':
            return ids(ra & rb)
        if what == 'neither':
            return ids(set(INSTR) - ra - rb)
        if what == 'only':
            return ';'.join('%s:%s' % (x, ids(r)) for x, r in sorted([(a, ra - rb), (b, rb - ra)]))
        if what == 'furthest':
            return furthest(a, b) or 'silent'
        if what == 'agreements':
            xs = [r['id'] for r in C['agreements'] if {a, b} <= set(r['parties'])]
            return ids(xs) if xs else 'silent'
        if what == 'together':
            return str(len(together(a, b)))
        if what == 'groups':
            return ids(sc['id'] + ':' + g['id'] for sc in C['schemes'] for g in sc['groups'] if a in g['states'] and b in g['states'])
        raise Bad(q)
    m = re.fullmatch(r'(nearest|farthest) ([A-Z]{3})', q)
    if m:
        s = m.group(2)
        v = {x: jaccard(s, x) for x in STATES if x != s}
        k = (max if m.group(1) == 'nearest' else min)(v.values())
        x = [y for y in v if v[y] == k]
        return '%s:%s' % (frac(len(record(s) & record(x[0])), len(record(s) | record(x[0]))), ids(x))
    if q in ('classes states', 'classes instruments'):
        by = {}
        if q == 'classes states':
            for s in STATES:
                by.setdefault(tuple(sorted(record(s))), []).append(s)
        else:
            for i in INSTR:
                by.setdefault(tuple(s for s in STATES if CELL[s, i]['party']), []).append(i)
        return ';'.join(sorted(ids(v) for v in by.values()))
    m = re.fullmatch(r'(intersect|union|missing) (.*)', q)
    if m:
        ss = select('states', m.group(2))['T']
        recs = [record(s) for s in ss]
        if m.group(1) == 'missing':
            return ids(i for i in INSTR if not all(i in r for r in recs))
        return ids(set.intersection(*recs) if m.group(1) == 'intersect' else set.union(*recs))
    m = re.fullmatch(r'date act ([A-Z]{3}) (\w+)', q)
    if m:
        ds = sorted(a['date'] for a in acts(*m.groups()))
        return ds[0] if ds else 'no-act'
    m = re.fullmatch(r'(first|last) act (\w+)(?: where (.*))?', q)
    if m:
        ss = select('states', m.group(3))['T']
        ds = sorted((a['date'], s) for s in ss for a in acts(s, m.group(2)))
        d = ds[0 if m.group(1) == 'first' else -1][0]
        return d + ':' + ids(s for e, s in ds if e == d)
    m = re.fullmatch(r'date (event|agreement|law|assistance) (\S+)', q)
    if m:
        coll = {'event': 'events', 'agreement': 'agreements', 'law': 'laws', 'assistance': 'assistance'}[m.group(1)]
        r = next(x for x in C[coll] if x['id'] == m.group(2))
        for k in ('effective', 'signed', 'dated', 'date'):
            if k in r:
                d = r[k] + ('/' + r['end'] if 'end' in r else '')
                flag = {'effective': 'effective:', 'signed': 'signed:', 'dated': 'printed:'}.get(k, '')
                return ('planned:' if r.get('planned') else '') + flag + d
        return 'silent'
    m = re.fullmatch(r'date body (\S+) (\S+)', q)
    if m:
        r = next(x for x in C['bodies'] if x['id'] == m.group(1))
        ds = [e.get('date') for e in r['events'] if e['kind'] == m.group(2)]
        return ds[0] if ds and ds[0] else 'silent'
    m = re.fullmatch(r'(value|total|kind|at|scope) (\S+)', q)
    if m:
        r = next(x for x in C['indicators'] if x['id'] == m.group(2))
        return {'value': lambda: str(r['value']), 'total': lambda: str(r['cumulative']['value']), 'kind': lambda: r['kind'],
                'at': lambda: r['at']}[m.group(1)]()
    m = re.fullmatch(r'(ratio|diff|sum|greater) (\S+) (\S+)', q)
    if m:
        a, b = (next(x for x in C['indicators'] if x['id'] == i)['value'] for i in m.groups()[1:])
        return {'ratio': frac(a, b), 'diff': str(a - b), 'sum': str(a + b), 'greater': m.group(2) if a > b else m.group(3)}[m.group(1)]
    m = re.fullmatch(r'quantity (\S+)', q)
    if m:
        x = next(r for r in C['findings'] if r['id'] == m.group(1))['quantity']
        return {'exactly': '', 'at-least': '>=', 'about': '~'}[x['bound']] + str(x['value'])
    m = re.fullmatch(r'voice (\S+)', q)
    if m:
        wanted = m.group(1).split(',')
        found = [r for r in C['findings'] if r['id'] in wanted]
        if len(found) != len(wanted):
            raise Bad('finding of ' + q)
        out = set()
        for v in (v for r in found for v in r['voices']):
            t = v['kind']
            who = v.get('state') or v.get('actor')
            if who:
                t += ':' + who
            elif 'quantifier' in v:
                t += ':%s' % v['quantifier'] + ('(%d)' % v['count'] if 'count' in v else '')
            out.add(t)
        return ids(out)
    m = re.fullmatch(r'(parties|partners) (\S+)', q)
    if m:
        if m.group(1) == 'parties':
            return ids(next(x for x in C['agreements'] if x['id'] == m.group(2))['parties'])
        return ids(partners(m.group(2), False))
    m = re.fullmatch(r'status (agreement|law) (\S+)', q)
    if m:
        return next(x for x in C[m.group(1) + 's'] if x['id'] == m.group(2))['status']
    m = re.fullmatch(r'(givers|receivers) (\S+)', q)
    if m:
        r = next(x for x in C['assistance'] if x['id'] == m.group(2))
        return ids(r['from' if m.group(1) == 'givers' else 'to'])
    m = re.fullmatch(r'page (\S+)', q)
    if m:
        return str(next(x for x in C['sections'] if x['id'] == m.group(1))['page'])
    m = re.fullmatch(r'unnamed (\S+)', q)
    if m:
        for r in C['findings'] + C['positions'] + C['agreements']:
            if r['id'] != m.group(1):
                continue
            if 'voices' in r:
                sc = r['scope']
                if sc['kind'] in ('some', 'most') and not sc.get('states') or any(not v.get('state') for v in r['voices']):
                    ns = [v.get('count') or (1 if v.get('quantifier') == 'one' else None) for v in r['voices']] + [sc.get('count')]
                    n = next((x for x in ns if x), None)
                    return 'unnamed:%d' % n if n else 'unnamed'
                raise Bad('all named: ' + q)
            u = r.get('parties_unnamed') or r['holder']['unnamed']
            return 'unnamed:%d' % u['count'] if 'count' in u else 'unnamed'
    m = re.fullmatch(r'groupcount (\S+)', q)
    if m:
        return str(len(next(x for x in C['schemes'] if x['id'] == m.group(1))['groups']))
    m = re.fullmatch(r'except (\S+)', q)
    if m:
        return ids(next(x for x in C['findings'] if x['id'] == m.group(1))['scope']['except'])
    m = re.fullmatch(r'negotiating_partners ([A-Z]{3})', q)
    if m:
        s = m.group(1)
        return ids({p for r in C['agreements'] if s in r['parties'] and r['status'] == 'negotiating' for p in r['parties']} - {s})
    m = re.fullmatch(r'leads (\S+)', q)
    if m:
        r = next(x for x in C['working_groups'] if x['id'] == m.group(1))
        return ids(x['actor'] for x in r['leads'] if x['role'] in ('lead', 'de-facto')) if r['leads'] else 'silent'
    raise Bad('no such form: ' + q)


def sealed_ids(rows):
    return {r['id'] for r in rows if int(sha256(('102:' + r['id']).encode()).hexdigest(), 16) % 5 == 0}


REFUSE = 'today person outside status opinion empty not-understood'.split()
ASK = 'state measure what'.split()


def hand_form(a):
    """The answers that no script computes still have one of the forms of README.md."""
    kind, _, rest = a.partition(':')
    if kind == 'refuse':
        return rest in REFUSE
    if kind == 'ask':
        return rest in ASK
    if kind == 'both':
        return rest in {c['id'] for c in C['meta']['caveats']}
    return re.fullmatch(r'silent|unnamed(:\d+)?|yes|no|author|\d+|[A-Za-z0-9.#-]+(:[a-z]+)?|[A-Za-z0-9.#-]+(,[A-Za-z0-9.#-]+)+', a)


def main():
    if '-e' in sys.argv:
        print(answer(sys.argv[sys.argv.index('-e') + 1]))
        return
    bad = total = hand = 0
    for kind in KINDS:
        if not os.path.exists(os.path.join(HERE, kind + '.tsv')):
            bad += 1
            print(kind, 'missing')
            continue
        with open(os.path.join(HERE, kind + '.tsv'), encoding='utf-8', newline='') as fh:
            rows = list(csv.DictReader(fh, delimiter='\t', quoting=csv.QUOTE_NONE))
        seal = sealed_ids(rows)
        for n, r in enumerate(rows, 1):
            total += 1
            if r['id'] != '%s-%03d' % (kind, n) or None in r.values() or None in r:
                bad += 1
                print(kind, n, 'malformed row')
                continue
            if (r['sealed'] == 'yes') != (r['id'] in seal):
                bad += 1
                print(r['id'], 'sealed differs from the rule')
            if not all(r[k] for k in ('en', 'ru', 'reading', 'answer', 'how')) :
                bad += 1
                print(r['id'], 'empty column')
            if r['how'] not in ('script', 'hand') or not re.fullmatch(r'(\d+(-\d+)?(,\d+(-\d+)?)*)?', r['pages']):
                bad += 1
                print(r['id'], 'how or pages')
            if r['how'] == 'hand':
                hand += 1
                if not hand_form(r['answer']):
                    bad += 1
                    print(r['id'], 'form of the answer', r['answer'])
                continue
            try:
                got = answer(r['reading'])
            except Exception as e:  # report and go on
                got = 'ERROR %s %s' % (type(e).__name__, e)
            if got != r['answer']:
                bad += 1
                print('%s\n  reading  %s\n  expected %s\n  computed %s' % (r['id'], r['reading'], r['answer'], got))
    print('%d questions, %d by script, %d by hand, %d differences' % (total, total - hand, hand, bad))
    sys.exit(1 if bad else 0)


if __name__ == '__main__':
    main()
