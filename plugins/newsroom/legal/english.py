"""The legal texts in English, with the rules of German and European law that they follow."""

IMPRINT = """\
## Information under section 5 DDG (Germany)

{publisher.name}
{publisher.address}

Represented by: {operator.represented_by}

## Contact

- Telephone: {publisher.phone}
- E-mail: {publisher.email}

## Registers and supervision

- Register entry: {operator.register_entry}
- VAT identification number: {operator.vat_id}
- Supervisory authority: {operator.supervisory_authority}

## Responsible for editorial content under section 18(2) MStV

{operator.responsible}
"""

PRIVACY = """\
## Controller

{publisher.name}
{publisher.address}

E-mail for questions about privacy: {operator.privacy_contact}

Data protection officer: {operator.privacy_officer}

## What happens when you read

These pages set no cookies, do not measure who reads what, and load nothing from other servers.

The server is run by: {operator.host}

For each request it keeps the IP address, time, address asked for, status code, amount of data, page visited
before and details of the browser, to keep the site secure (Art. 6(1)(f) GDPR). They are deleted after this
number of days: {operator.log_days}.

## When you write to us

We use what you tell us to answer you (Art. 6(1)(b) or (f) GDPR), and delete it once it is no longer needed
and no duty to keep it exists.

## People in reports

Names, functions, pictures and professional contact details appear as far as the public's information needs
them (Art. 6(1)(f) GDPR). If something is wrong, or you do not wish to be named, please write to us.

## Your rights

You have the right of access, rectification, erasure, restriction of processing and data portability (Art. 15
to 20 GDPR), and may object under Art. 21 GDPR. Complaints can be made to: {operator.privacy_authority}
"""

ACCESSIBILITY = """\
{publisher.name} wants everybody to be able to use this newsroom, in line with Directive (EU) 2016/2102 and EN
301 549.

## Compliance status

{operator.accessibility_status}

## Content that is not accessible

{operator.accessibility_gaps}

## Preparation of this statement

- Prepared or last reviewed on: {operator.accessibility_date}
- Basis: {operator.accessibility_method}

## Feedback and contact

To report a barrier, or to ask for content in another form: {operator.accessibility_contact}

## Enforcement procedure

If a request is not answered in a satisfactory way, you may turn to: {operator.conciliation}
"""

TITLES = {"imprint": "Imprint", "privacy": "Privacy", "accessibility": "Accessibility statement"}
TEXTS = {"imprint": IMPRINT, "privacy": PRIVACY, "accessibility": ACCESSIBILITY}
WORDS = {
    "full": "The newsroom complies fully with the requirements.",
    "partial": "The newsroom complies partially with the requirements.",
    "not": "The newsroom does not comply with the requirements.",
    "self": "self-assessment",
    "external": "assessment by an independent body",
    "gap": "Gap",
}
