"""Fitted by `tests/bench/fit_relate.py`; written by that script, never by hand."""

BIAS = -2.29658
LINES = """\
fields_shared 2.5 1 8|cosine 0.15268 2 5|covered 0.190596 3 4|-0.07242|0.01265|who 1.25 6 7|0.2598|-0.04671|subject_of_other 0.0219632 9 12|unique 0.328328 10 11|-0.03075|0.03333|later_batch 0.5 13 14|0.5204|-0.02261
cosine 0.162919 1 8|asks_the_same 0.5 2 5|covered 0.113593 3 4|-0.07305|-0.01798|substance 0.060181 6 7|0.009122|0.1499|who 2.5 9 12|shared_weight 0.308059 10 11|-0.001603|0.3669|same_group 0.5 13 14|0.04074|-0.05132
other_asks_the_same 0.5 1 8|unique 0.575974 2 5|contain 0.0954378 3 4|-0.07312|-0.03359|office_known 0.5 6 7|0.1541|-0.05054|later_batch 0.5 9 10|0.3103|-0.03215
asks_the_same 0.5 1 8|margin 0.130913 2 5|covered 0.2 3 4|-0.0711|0.008784|subject_of_other 0.0457322 6 7|-0.05917|0.09139|later_batch 0.5 9 12|other_asks_the_same 0.5 10 11|0.00391|0.2461|-0.03553
other_asks_the_same 0.5 1 8|shared_weight 0.321756 2 5|b_reminder -1.96678 3 4|-0.07062|0.007762|who 2.5 6 7|0.1009|-0.05283|later_batch 0.5 9 10|0.206|-0.03092
shared_weight 0.336771 1 8|other_asks_the_same 0.5 2 5|covered 0.2 3 4|-0.06997|0.008917|n_sources 2.5 6 7|0.08015|-0.001438|same_sender 0.5 9 12|unique 0.140591 10 11|0.02207|0.1698|m_to_me 0.5 13 14|-0.05765|0.01319
cosine_lead 0.109663 1 6|asks_the_same 0.5 2 5|b_reminder -1.96678 3 4|-0.07128|0.008924|0.01566|who 2.5 7 10|over_days 0.951389 8 9|0.1463|-0.04952|subject 0.140974 11 12|0.02556|-0.06015
asks_the_same 0.5 1 8|unique 0.575974 2 5|covered 0.158844 3 4|-0.06784|-0.01318|office_known 0.5 6 7|0.1064|-0.0449|later_batch 0.5 9 12|same_opener 0.5 10 11|0.1434|0.001103|-0.03549
asks_the_same 0.5 1 8|unique 0.575974 2 5|shared_weight 0.245681 3 4|-0.07014|-0.02162|subject_of_other 0.0629156 6 7|-0.04193|0.08984|other_asks_the_same 0.5 9 12|substance 0.119284 10 11|0.01609|-0.03189|office_apart 0.5 13 14|0.02754|0.1427
asks_the_same 0.5 1 8|cosine_lead 0.106397 2 5|b_cancel -3.86796 3 4|-0.07107|-0.002446|office_known 0.5 6 7|0.05211|-0.05095|over_days 0.951389 9 12|v_next_of_series 0.5 10 11|0.1217|-0.02131|-0.03491
asks_the_same 0.5 1 8|cosine_lead 0.106397 2 5|b_none -2.30214 3 4|-0.07065|0.0002281|own_office 0.5 6 7|0.04646|-0.05621|later_batch 0.5 9 12|opener_group 0.5 10 11|0.1135|0.006175|-0.03556
other_asks_the_same 0.5 1 8|cosine 0.107434 2 5|v_own_subject 0.5 3 4|-0.07018|-0.009468|signed_apart 0.5 6 7|-0.0417|0.05634|over_days 0.0138889 9 12|contain 0.545815 10 11|0.1145|0.006558|b_new 3.47433 13 14|0.0002916|-0.02618
other_asks_the_same 0.5 1 8|cosine_lead 0.106397 2 5|b_none -2.30214 3 4|-0.06983|0.00163|own_office 0.5 6 7|0.0342|-0.05548|later_batch 0.5 9 12|unique 0.140591 10 11|0.03742|0.1111|-0.0316
cosine 0.107434 1 8|b_none -2.30214 2 5|columns 1.66875 3 4|-0.06936|-0.0004807|margin 0.0296976 6 7|0.02386|-0.01826|over_days 0.09375 9 12|same_sender 0.5 10 11|0.08525|-0.03985|shared_weight 0.785508 13 14|-0.05769|0.005288
shared_weight 0.336771 1 8|fields_shared 2.5 2 5|m_length 3.5 3 4|-0.06837|-0.003697|subject_of_other 0.0629156 6 7|-0.01143|0.06171|own_office 0.5 9 12|quiet_hours 100.5 10 11|0.09275|-0.02447|subject 0.101042 13 14|0.008869|-0.05178
other_asks_the_same 0.5 1 8|shared_weight 0.321756 2 5|b_cancel -4.05063 3 4|-0.06611|-0.003635|office_known 0.5 6 7|0.04887|-0.05359|m_level 0.5 9 12|contain 0.312567 10 11|0.03353|-0.04206|cosine_lead 0.109167 13 14|0.003037|0.09779
contain 0.129398 1 8|fields_shared 2.5 2 5|b_cancel -4.05063 3 4|-0.06556|0.006897|subject 0.0435404 6 7|-0.02193|0.04619|over_days 0.09375 9 12|same_group 0.5 10 11|0.07973|-0.02818|b_update -3.37637 13 14|-0.05575|0.009332
contain 0.0954378 1 4|b_reminder -1.96678 2 3|-0.06808|0.02061|concepts 0.633333 5 8|who_tell -0.5 6 7|0.02774|-0.05026|quiet_hours 100.5 9 10|0.07768|-0.02164
other_asks_the_same 0.5 1 8|unique 0.339016 2 5|m_length 3.5 3 4|-0.06273|0.00074|b_reminder -6.83903 6 7|-0.02978|0.05744|m_level 0.5 9 12|contain 0.312567 10 11|0.02982|-0.04264|margin 0.0982108 13 14|-0.002154|0.08883
cosine_lead 0.109663 1 8|b_none -2.30214 2 5|subject 0.0982453 3 4|-0.06609|-0.01078|substance_lead 0.0257392 6 7|0.02475|-0.01675|quiet_hours 75.2 9 12|who 2.5 10 11|0.07155|-0.031|b_new 2.94862 13 14|0.02749|-0.05025
cosine_lead 0.102417 1 8|b_none -2.30214 2 5|population 1.5 3 4|-0.06692|0.007284|covered 0.0331008 6 7|0.02456|-0.01544|concepts 0.55 9 12|fields 0.134856 10 11|-0.04758|0.02824|signed_apart 0.5 13 14|0.01873|0.08177
unique 0.314048 1 8|columns 1.13141 2 5|m_length 3.5 3 4|-0.06426|0.002356|quiet_hours 47.4167 6 7|0.04617|-0.0248|who_tell 3.5 9 12|substance_shared 3.5 10 11|-0.002604|0.07254|b_duplicate -6.85817 13 14|0.01058|-0.04346
other_asks_the_same 0.5 1 8|unique 0.339016 2 5|m_length 3.5 3 4|-0.0603|0.001505|b_cancel -6.7523 6 7|-0.04601|0.04112|office_apart 0.5 9 12|margin 0.312567 10 11|0.03181|-0.03869|margin 0.1055 13 14|0.01056|0.08225
covered 0.113593 1 8|columns 1.26058 2 5|v_own_subject 0.5 3 4|-0.06726|0.00523|substance_shared 2.5 6 7|-0.02254|0.04923|signed_apart 0.5 9 12|quiet_hours 6.0 10 11|0.0358|-0.03631|shared_weight 0.336771 13 14|-0.01206|0.07565
shared_weight 0.336771 1 8|fields_shared 2.5 2 5|m_length 3.5 3 4|-0.06436|-0.0006814|demand 2.5 6 7|-0.02238|0.04237|same_opener 0.5 9 12|quiet_hours 75.2 10 11|0.06652|-0.0192|-0.04673
cosine 0.107434 1 6|moment 0.5 2 3|-0.06544|fields 0.191964 4 5|-0.0273|0.02497|signed_apart 0.5 7 10|other_asks_the_same 0.5 8 9|-0.0372|0.02646|concepts 0.55 11 12|0.01194|0.07444
shared_weight 0.240293 1 8|b_reminder -1.96678 2 5|fields 0.670833 3 4|-0.06504|0.004477|below 0.5 6 7|-0.00521|0.02762|quiet_hours 53.0 9 12|columns 0.134856 10 11|-0.004636|0.06231|b_new 2.94862 13 14|0.02891|-0.03784
cosine 0.107434 1 6|when_lead 0.5 2 3|-0.06458|columns 0.134856 4 5|-0.02757|0.02738|signed_apart 0.5 7 10|due_hours 173.0 8 9|0.02421|-0.04723|concepts 0.55 11 12|0.01049|0.07003
cosine_lead 0.102417 1 8|b_cancel -3.86796 2 5|phrase_lead -0.5 3 4|0.006236|-0.06384|when -1.0 6 7|-0.0134|0.02698|quiet_hours 75.2 9 12|columns 0.134856 10 11|-0.009414|0.05552|columns 3.61731 13 14|-0.04908|0.02347
cosine 0.107434 1 6|moment 0.5 2 3|-0.06374|fields 0.191964 4 5|-0.0242|0.02495|quiet_hours 53.0 7 10|who 2.5 8 9|0.0529|-0.02579|columns 3.61731 11 12|-0.03513|0.03046
shared_weight 0.336771 1 6|concepts 0.633333 2 3|-0.06434|day_apart 0.5 4 5|0.05809|-0.02444|quiet_hours 100.5 7 10|same_opener 0.5 8 9|0.05396|-0.03782|fields 0.727778 11 12|-0.04928|0.009782
other_asks_the_same 0.5 1 8|unique 0.339016 2 5|m_length 3.5 3 4|-0.05556|0.009703|b_reminder -6.83903 6 7|-0.03632|0.04167|office_apart 0.5 9 12|contain 0.312567 10 11|0.02774|-0.04157|due_hours 21.0 13 14|0.01046|0.06835
shared_weight 0.240293 1 8|v_own_subject 0.5 2 5|fields_shared 2.5 3 4|-0.0625|0.002264|m_fields 4.5 6 7|-0.01293|0.02761|opener_group 0.5 9 12|covered 0.158844 10 11|-0.008805|0.04821|subject 0.134956 13 14|0.009767|-0.04673
shared_weight 0.240293 1 8|b_reminder -1.96678 2 5|columns 1.66875 3 4|-0.06218|0.00454|moment_apart 0.5 6 7|0.02802|-0.003931|concepts 0.633333 9 12|fields_special 0.5 10 11|-0.04276|0.05027|over_days 0.0138889 13 14|0.04952|-0.02155
cosine 0.107434 1 6|b_cancel -3.86796 2 3|-0.05968|moment_apart 0.5 4 5|0.02746|-0.01216|quiet_hours 16.6667 7 10|opener_group 0.5 8 9|0.06574|-0.02308|signed_apart 0.5 11 12|-0.03769|0.01996
other_asks_the_same 0.5 1 8|covered 0.113593 2 5|b_new -0.228564 3 4|0.01075|-0.05891|b_none -6.24251 6 7|-0.02844|0.02857|m_level 0.5 9 12|contain 0.312567 10 11|0.01894|-0.04386|substance_lead 0.0604215 13 14|-0.002774|0.06303
concepts 0.633333 1 8|fields_special 0.5 2 5|substance 0.281082 3 4|-0.05828|-0.0006946|substance 0.146539 6 7|-0.01744|0.05278|quiet_hours 26.0 9 12|b_duplicate -2.78823 10 11|0.05582|-0.005849|shared_weight 0.332252 13 14|-0.04099|0.01518
unique 0.261941 1 8|concepts 0.633333 2 5|covered 0.205521 3 4|-0.06099|-0.00673|due_hours 123.5 6 7|-0.03047|0.02063|who_lead 1.25 9 12|shared_weight 0.284345 10 11|-0.01697|0.04877|other_asks_the_same 0.5 13 14|-0.03681|0.004249
shared_weight 0.240293 1 8|b_new -0.228564 2 5|m_fields 2.5 3 4|-0.01208|0.02682|fields_shared 2.5 6 7|-0.05962|0.001871|quiet_hours 16.6667 9 12|latest_in_group 0.5 10 11|0.05746|-0.0188|concepts 0.708333 13 14|-0.02945|0.01717
other_asks_the_same 0.5 1 8|substance_lead 0.106777 2 5|b_none -2.30214 3 4|-0.05121|0.01696|b_reminder -6.83903 6 7|-0.04567|0.03227|office_apart 0.5 9 12|due_hours 152.25 10 11|0.02704|-0.04439|unique 0.140591 13 14|0.005063|0.06581
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.06166|columns 0.134856 4 5|-0.03376|0.03318|later_batch 0.5 7 10|quiet_hours 100.5 8 9|0.0425|-0.02629|-0.03408
shared_weight 0.240293 1 8|b_reminder -1.96678 2 5|fields_shared 2.5 3 4|-0.05852|0.001748|below 0.5 6 7|-0.00334|0.02783|signed_apart 0.5 9 12|mailbox_apart 0.5 10 11|-0.02894|0.04286|substance 0.106777 13 14|-0.005147|0.04541
unique 0.261941 1 8|concepts 0.633333 2 5|shared_weight 0.515437 3 4|-0.05894|0.001538|below 0.5 6 7|-0.02228|0.02808|who 3.5 9 12|b_reminder -6.84167 10 11|0.004612|0.05511|b_duplicate -6.85817 13 14|0.007891|-0.03895
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.06019|who_tell -0.5 4 5|0.02707|-0.03702|margin 0.475119 7 10|cosine_lead 0.109663 8 9|-0.01918|0.03917|b_new 4.76558 11 12|-0.04057|0.01184
cosine 0.107434 1 6|b_reminder -1.96678 2 3|-0.05522|moment_apart 0.5 4 5|0.02795|-0.003084|signed_apart 0.5 7 10|b_cancel -6.13559 8 9|-0.03592|0.01573|covered 0.196904 11 12|0.006574|0.05153
unique 0.261941 1 8|fields_shared 1.5 2 5|b_new -0.228564 3 4|0.01392|-0.05502|columns 0.54478 6 7|0.04175|-0.01407|owner_named 0.5 9 12|substance_lead 0.105516 10 11|-0.01467|0.04075|other_asks_the_same 0.5 13 14|-0.03616|0.004888
shared_weight 0.240293 1 8|when_lead 1.5 2 5|columns 1.66875 3 4|-0.05534|0.003739|b_cancel -4.50563 6 7|-0.01541|0.02824|quiet_hours 16.6667 9 12|columns 0.134856 10 11|-0.006402|0.05461|quiet_hours 100.5 13 14|0.004437|-0.0395
covered 0.0943631 1 8|b_new -0.228564 2 5|v_own_subject 0.5 3 4|-0.008184|0.027|shared_weight 0.554787 6 7|-0.05626|-0.001245|signed_apart 0.5 9 12|mailbox_apart 0.5 10 11|-0.03132|0.0358|quiet_hours 21.1667 13 14|0.05292|0.003096
other_asks_the_same 0.5 1 8|b_none -6.24251 2 5|quiet_hours 18.5 3 4|-0.004662|-0.05602|margin 0.129094 6 7|-0.02419|0.02541|cosine_lead 0.585974 9 12|unique 0.140591 10 11|-0.002804|0.0526|-0.02158
concepts 0.633333 1 8|fields_special 0.5 2 5|covered 0.274025 3 4|-0.056|-0.001459|office_apart 0.5 6 7|-0.01331|0.04384|quiet_hours 26.0 9 12|who 3.5 10 11|0.04281|-0.01241|population 1.5 13 14|-0.02084|0.03055
concepts 0.633333 1 6|substance_shared 3.5 2 3|-0.0573|columns 0.134856 4 5|-0.03193|0.02721|later_batch 0.5 7 10|covered 0.0897296 8 9|-0.01726|0.03267|-0.03194
covered 0.0943631 1 8|v_own_subject 0.5 2 5|unique 0.853696 3 4|-0.05437|-0.001234|who_lead 0.25 6 7|-0.005863|0.02854|office_apart 0.5 9 12|due_hours 173.0 10 11|0.009391|-0.04085|columns 0.0370879 13 14|-0.01972|0.03726
other_asks_the_same 0.5 1 8|b_new 3.61874 2 5|subject_of_other 0.0595846 3 4|-0.03084|0.03398|m_fields 5.5 6 7|-0.04094|0.01575|m_level 0.5 9 12|cosine_lead 0.291725 10 11|0.01265|-0.0387|unique 0.140591 13 14|-0.0002542|0.05818
unique 0.261941 1 8|who_lead 0.25 2 5|fields_special 0.5 3 4|-0.04583|0.00567|columns 0.177778 6 7|-0.01029|0.03394|who_lead 1.25 9 12|b_reminder -6.84167 10 11|-0.001914|0.05237|quiet_hours 1.33333 13 14|0.006642|-0.03607
concepts 0.633333 1 8|fields_special 0.5 2 5|substance_lead 0.282076 3 4|-0.05027|0.003429|substance_shared 3.5 6 7|-0.01088|0.0397|later_batch 0.5 9 12|quiet_hours 100.5 10 11|0.03216|-0.02313|-0.03065
other_asks_the_same 0.5 1 8|m_fields 4.5 2 5|mailbox_apart 0.5 3 4|-0.04008|0.02166|phrase_lead 0.5 6 7|0.0407|-0.03702|m_level 0.5 9 12|phrases 1.5 10 11|0.01044|-0.03716|cosine_lead 0.109167 13 14|-0.004409|0.04898
covered 0.0943631 1 8|v_own_subject 0.5 2 5|unique 0.853696 3 4|-0.05238|-0.001899|who_lead 0.25 6 7|-0.00514|0.02816|subject 0.193554 9 12|shared_weight 0.234614 10 11|-0.02891|0.03298|who -0.5 13 14|0.008347|-0.03745
concepts 0.55 1 8|unique 0.458532 2 5|fields 0.5375 3 4|-0.04923|-0.0006677|who_lead -1.25 6 7|0.03578|-0.0161|quiet_hours 6.08333 9 12|contain 0.0854426 10 11|-0.01931|0.05072|due_hours 199.0 13 14|0.01373|-0.02848
quiet_hours 16.6667 1 6|cosine_lead 0.109167 2 3|-0.03307|opener_group 0.5 4 5|0.04498|-0.02086|b_reminder -6.47551 7 10|columns 3.61731 8 9|-0.03756|0.0244|due_hours 177.0 11 12|0.03776|-0.02431
other_asks_the_same 0.5 1 8|b_none -6.24251 2 5|quiet_hours 18.5 3 4|-0.003777|-0.05126|unique 0.140591 6 7|-0.03319|0.02843|office_apart 0.5 9 12|margin 0.248957 10 11|0.01998|-0.03723|substance_lead 0.0604215 13 14|-0.002921|0.04947
concepts 0.55 1 6|shared_weight 0.336771 2 3|-0.05095|b_update -6.0376 4 5|-0.03274|0.02007|b_new 5.28762 7 10|b_cancel -6.76519 8 9|-0.05026|0.02539|columns 0.279167 11 12|-0.01982|0.0512
unique 0.261941 1 6|columns 0.191964 2 3|-0.04851|b_reminder -6.30915 4 5|-0.01866|0.03906|signed_apart 0.5 7 10|quiet_hours 6.0 8 9|0.0204|-0.03213|substance_lead 0.105516 11 12|-0.01519|0.04165
other_asks_the_same 0.5 1 6|quiet_hours 99.6667 2 5|shared_weight 0.284345 3 4|-0.03242|0.01239|-0.04721|m_level 0.5 7 10|margin 0.312567 8 9|0.01217|-0.03817|substance_lead 0.0604215 11 12|-0.005186|0.04494
covered 0.0943631 1 8|contain 0.0 2 5|b_reminder -2.62383 3 4|-0.007038|0.02822|substance 0.246414 6 7|-0.04796|3.355e-05|quiet_hours 16.6667 9 12|n_sources 1.5 10 11|-0.009742|0.04879|signed_apart 0.5 13 14|-0.03397|0.01036
other_asks_the_same 0.5 1 8|b_none -6.24251 2 5|quiet_hours 18.5 3 4|-0.004162|-0.04883|substance 0.105516 6 7|-0.02588|0.02426|m_level 0.5 9 12|contain 0.312567 10 11|0.01367|-0.03753|quiet_hours 51.4167 13 14|0.04772|-0.001332
shared_weight 0.336771 1 8|m_fields 4.5 2 5|recurs 0.5 3 4|-0.04483|0.01373|quiet_hours 25.5 6 7|0.02941|-0.01624|subject 0.193554 9 12|substance_lead 0.0516988 10 11|-0.02122|0.0368|shared_weight 0.638278 13 14|-0.03812|0.008472
due_hours 223.5 1 8|covered 0.0897296 2 5|b_new -0.228564 3 4|0.02417|-0.04078|b_none -4.98966 6 7|0.02598|-0.01859|shared_weight 0.671958 9 12|b_cancel -4.12485 10 11|-0.04595|0.008809|cosine 0.374251 13 14|0.0292|-0.01496
unique 0.261941 1 6|fields 0.191964 2 3|-0.04573|b_reminder -6.30915 4 5|-0.01681|0.03718|who_lead 1.25 7 10|b_reminder -6.84167 8 9|-0.007978|0.04515|mailbox_apart 0.5 11 12|-0.03223|0.008671
due_hours 223.5 1 8|b_reminder -6.76064 2 5|b_new 5.25308 3 4|-0.04298|0.02121|who_tell 1.75 6 7|0.04637|-0.02286|when_lead -2.5 9 12|m_stated 0.5 10 11|-0.01168|0.03037|substance 0.25337 13 14|-0.04903|0.0001443
concepts 0.55 1 8|fields 0.134856 2 5|cosine_lead 0.264276 3 4|-0.05118|0.009725|unique 0.458532 6 7|-0.02448|0.02685|b_reminder -6.52604 9 12|b_new 5.28762 10 11|-0.02741|0.03744|m_formal 0.5 13 14|-0.01314|0.04624
concepts 0.55 1 8|fields_shared 0.5 2 5|cosine 0.263465 3 4|-0.04942|0.00813|columns 0.219444 6 7|0.02828|-0.02335|subject 0.2017 9 12|subject 0.124827 10 11|0.002659|0.04727|who_lead -0.75 13 14|0.01443|-0.03019
concepts 0.55 1 8|fields 0.134856 2 5|cosine_lead 0.264276 3 4|-0.04895|0.009386|m_fields 4.5 6 7|-0.02223|0.03094|b_reminder -6.52604 9 12|b_reminder -6.87663 10 11|0.0284|-0.02727|b_none -1.74398 13 14|0.04572|-0.01556
other_asks_the_same 0.5 1 8|b_reminder -6.83724 2 5|due_hours 173.0 3 4|-0.05309|-0.002139|substance_lead 0.106777 6 7|-0.02925|0.02343|office_apart 0.5 9 12|substance 0.222937 10 11|0.01488|-0.03109|unique 0.140591 13 14|-0.004544|0.04966
concepts 0.55 1 8|fields_special 0.5 2 5|b_new 3.61874 3 4|-0.005409|-0.05008|signed_apart 0.5 6 7|-0.006107|0.0351|quiet_hours 6.08333 9 12|shared_weight 0.225578 10 11|-0.01193|0.04113|fields 0.262121 13 14|0.02682|-0.01332
other_asks_the_same 0.5 1 8|b_cancel -6.76519 2 5|m_length 3.5 3 4|-0.04452|0.01774|m_fields 4.5 6 7|-0.01528|0.02733|office_apart 0.5 9 12|due_hours 152.25 10 11|0.02014|-0.03593|mailbox_apart 0.5 13 14|0.04325|-0.001115
signed_apart 0.5 1 8|mailbox_apart 0.5 2 5|due_hours 152.833 3 4|0.007469|-0.05464|shared_weight 0.284345 6 7|-0.01077|0.03104|cosine 0.107434 9 12|when 1.5 10 11|-0.03868|0.0007775|due_hours 122.833 13 14|-0.005375|0.04218
concepts 0.55 1 6|substance_shared 3.5 2 3|-0.04585|fields 0.134856 4 5|-0.02111|0.01986|b_new 5.28762 7 10|fields 0.49375 8 9|0.02386|-0.02376|b_none -6.8829 11 12|-0.009863|0.04828
quiet_hours 53.0 1 8|other_asks_the_same 0.5 2 5|when_lead -2.5 3 4|0.03031|-0.01414|m_level 0.5 6 7|-0.008032|0.04291|b_new 2.94862 9 12|over_days 3.97396 10 11|0.0252|-0.009574|covered 0.348741 13 14|-0.04563|-0.0006686
covered 0.2 1 6|fields 0.134856 2 3|-0.05178|due_hours 127.0 4 5|-0.02058|0.02626|b_cancel -6.74767 7 10|b_reminder -6.88115 8 9|0.0214|-0.04883|subject 0.265548 11 12|0.04754|-0.02
covered 0.2 1 8|m_fields 4.5 2 5|fields_special 0.5 3 4|-0.0496|0.008345|phrase_lead 0.5 6 7|0.0359|-0.02075|subject 0.199199 9 12|m_length 1.5 10 11|-0.00476|0.04973|b_cancel -6.5772 13 14|-0.0293|0.01273
"""
